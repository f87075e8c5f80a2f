package io.github.dl4jprimer.bert;

import java.util.List;
import java.util.Random;

/** Makes texts up that look for trouble: Chinese and Latin mixed, and the corners of Unicode. */
final class MadeUpText {
    private static final List<String> PARTS =
            List.of(
                    "磁盘使用率超过95%",
                    "CPU load is HIGH",
                    "ＣＰＵ９５％",
                    "[MASK]",
                    "[CLS]",
                    "[SEP",
                    "[mask]",
                    "[MA\u200BSK]",
                    "[[UNK]]",
                    "##ing",
                    "don't re-encode e-mail@example.com",
                    "http://a.b/c?d=1&e=2",
                    "café naïve Ångström İstanbul ΣΊΣΥΦΟΣ ǅ ß ﬁ",
                    "e\u0301 a\u0308\u0323 o\u0323\u0308 \u0301",
                    "한국어 \u1112\u1161\u11AB",
                    "हिन्दी ไทย עברית العربية",
                    "👨\u200D👩\u200D👧 🇨🇳 ☎\uFE0F",
                    "\u0000\u0001\u007F\u0085\u00AD\uFEFF\uFFFD",
                    "\u00A0\u1680\u2003\u2028\u2029\u202F\u3000\t\r\n",
                    "、。《》「」—…·",
                    "𠀀𪜀\uF900\u3007\u3042\u30A2",
                    "a".repeat(100),
                    "b".repeat(101),
                    "é".repeat(100),
                    "😀".repeat(101));

    private final Random random;
    private final int[] alphabet;

    /**
     * Creates the source of texts.
     *
     * @param alphabet code points to scatter between the parts
     */
    MadeUpText(long seed, int[] alphabet) {
        random = new Random(seed);
        this.alphabet = alphabet;
    }

    /** Returns a text of up to a dozen pieces. */
    String next() {
        var text = new StringBuilder();
        for (int pieces = random.nextInt(13); pieces > 0; pieces--) {
            switch (random.nextInt(6)) {
                case 0 -> text.append(PARTS.get(random.nextInt(PARTS.size())));
                case 1 -> append(text, 0x4E00, 0x9FA5);
                case 2 -> append(text, ' ', '~');
                case 3 -> append(text, 0xA0, 0x3FF);
                case 4 -> append(text, 0x300, 0x36F);
                default -> text.appendCodePoint(alphabet[random.nextInt(alphabet.length)]);
            }
        }
        return text.toString();
    }

    private void append(StringBuilder text, int first, int last) {
        for (int count = 1 + random.nextInt(4); count > 0; count--) {
            int c = first + random.nextInt(last - first + 1);
            text.append(Character.isDefined(c) ? (char) c : ' ');
        }
    }
}
