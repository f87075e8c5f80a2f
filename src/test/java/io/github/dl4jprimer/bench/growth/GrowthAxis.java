package io.github.dl4jprimer.bench.growth;

import io.github.dl4jprimer.data.BadInput;
import io.github.dl4jprimer.language.Language;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The one size that grows while all others stay as in {@link GrowthPoint#base}. */
enum GrowthAxis {
    /** B, lines a step. */
    BATCH("批大小 B", "batch B", 1, 2, 4, 8, 16, 32, 64),
    /** T, tokens a line. */
    LENGTH("长度 T", "length T", 16, 32, 64, 128, 256, 512),
    /** D, with heads of one width. */
    WIDTH("宽度 D", "width D", 32, 64, 128, 256, 512),
    /** L; twelve are BERT-base's. */
    LAYERS("层数 L", "layers L", 1, 2, 4, 8, 12),
    /** V. */
    VOCABULARY("词表 V", "vocabulary V", 1000, 2000, 4000, 8000, 16_000, 32_000, 64_000),
    /** Threads, up to the processors there are. */
    THREADS("线程数", "threads", 1, 2, 4, 8, 16, 32, 64);

    private final String chinese;
    private final String english;
    private final List<Integer> sizes;

    GrowthAxis(String chinese, String english, Integer... sizes) {
        this.chinese = chinese;
        this.english = english;
        this.sizes = List.of(sizes);
    }

    /** Returns the name for people. */
    String title(Language language) {
        return language.choose(chinese, english);
    }

    /** Returns the name to type and in file names, for example {@code batch}. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the points to measure, smallest first.
     *
     * @param processors threads of all points but those of {@link #THREADS}, which has no more
     */
    List<GrowthPoint> points(int processors) {
        var numbers = sizes.stream().mapToInt(Integer::intValue);
        var fitting =
                this == THREADS
                        ? IntStream.concat(
                                numbers.filter(size -> size < processors), IntStream.of(processors))
                        : numbers;
        var base = GrowthPoint.base(processors);
        return fitting.mapToObj(size -> with(base, size)).toList();
    }

    private GrowthPoint with(GrowthPoint base, int size) {
        return new GrowthPoint(
                this == BATCH ? size : base.batch(),
                this == LENGTH ? size : base.length(),
                this == WIDTH ? size : base.width(),
                this == LAYERS ? size : base.layers(),
                this == VOCABULARY ? size : base.vocabulary(),
                this == THREADS ? size : base.threads());
    }

    /** Returns how large a point is along this axis. */
    int size(GrowthPoint point) {
        return switch (this) {
            case BATCH -> point.batch();
            case LENGTH -> point.length();
            case WIDTH -> point.width();
            case LAYERS -> point.layers();
            case VOCABULARY -> point.vocabulary();
            case THREADS -> point.threads();
        };
    }

    /**
     * Returns the axis of a name.
     *
     * @throws BadInput if there is none of that name
     */
    static GrowthAxis named(String key) {
        return Arrays.stream(values())
                .filter(axis -> axis.key().equals(key))
                .findFirst()
                .orElseThrow(
                        () ->
                                new BadInput(
                                        "axis must be one of %s, got %s. Choose some of them."
                                                .formatted(keys(), BadInput.shown(key))));
    }

    private static String keys() {
        return Arrays.stream(values()).map(GrowthAxis::key).collect(Collectors.joining(", "));
    }
}
