package io.github.dl4jprimer.bert;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which code points two tokenizers take for the same: space, mark, letter, nothing, and with what
 * lower case and what accents.
 *
 * @param same treated alike
 * @param different treated differently
 */
record CodePointAgreement(int[] same, int[] different) {
    /** A call of the Rust library costs more than the characters in it. */
    private static final int AT_ONCE = 64;

    /**
     * Tries every code point that this Java knows: between two letters, and between a mark above
     * and one below, whose order tells whether it is known as a mark.
     */
    static CodePointAgreement of(BertTokenizer ours, RustTokenizer rust) {
        var same = new ArrayList<Integer>();
        var different = new ArrayList<Integer>();
        var known = assigned().boxed().toList();
        for (int i = 0; i < known.size(); i += AT_ONCE) {
            var block = known.subList(i, Math.min(i + AT_ONCE, known.size()));
            if (agree(ours, rust, block)) {
                same.addAll(block);
                continue;
            }
            for (var c : block) {
                (agree(ours, rust, List.of(c)) ? same : different).add(c);
            }
        }
        return new CodePointAgreement(array(same), array(different));
    }

    /** Every code point that is assigned; surrogates do not pass into the other library. */
    static IntStream assigned() {
        return IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(Character::isDefined)
                .filter(c -> Character.getType(c) != Character.SURROGATE);
    }

    private static boolean agree(BertTokenizer ours, RustTokenizer rust, List<Integer> block) {
        var text =
                block.stream()
                        .map(Character::toString)
                        .map(c -> "a" + c + "b a\u0310" + c + "\u0353b")
                        .collect(Collectors.joining(" "));
        return Arrays.equals(rust.ids(text), ours.ids(text));
    }

    private static int[] array(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }
}
