package io.github.dl4jprimer.bert;

import java.util.Arrays;

/** Token ids that are being collected: a growing array without a box around each number. */
final class IdList {
    private int[] ids = new int[32];
    private int size;

    void add(int id) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, 2 * size);
        }
        ids[size++] = id;
    }

    int size() {
        return size;
    }

    /** Forgets all behind the first {@code size}. */
    void shorten(int size) {
        this.size = size;
    }

    int[] toArray() {
        return Arrays.copyOf(ids, size);
    }
}
