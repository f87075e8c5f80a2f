package io.github.dl4jprimer.course.week4;

import io.github.dl4jprimer.bert.BertTokenizer;
import io.github.dl4jprimer.bert.SpecialToken;
import io.github.dl4jprimer.bert.TokenizerSettings;
import io.github.dl4jprimer.bert.VocabularyBuilder;
import io.github.dl4jprimer.course.CourseExperiment;
import io.github.dl4jprimer.course.Lab;
import io.github.dl4jprimer.course.Settings;
import io.github.dl4jprimer.data.Datasets;
import io.github.dl4jprimer.report.HistogramChart;
import io.github.dl4jprimer.report.TextTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A line on its way into BERT: characters, word pieces, special tokens, ids; and what becomes of a
 * character that the vocabulary does not have.
 *
 * <pre>
 * text     web-12 磁盘满
 * words    web  -  12  磁  盘  满              a Chinese character is a word by itself
 * pieces   web  -  1  ##2  磁  盘  满          the longest piece of the vocabulary first
 * model    [CLS] web - 1 ##2 磁 盘 满 [SEP]
 * </pre>
 *
 * <p>The vocabulary is made of alarm lines drawn for training ({@link VocabularyBuilder}): words
 * that are frequent, and characters for the rest. The larger it is, the shorter the lines and the
 * longer the table of embeddings, of whose rows the rare ones learn little.
 *
 * <p>Settings: {@code lines} 6000 that the vocabulary is made of; {@code minCounts} 2,5,20,100: how
 * often a piece must occur, the first being the one used below; {@code sentence}.
 *
 * <p>Change this: {@code --set sentence=犇犇犇} and count the [UNK]; {@code --set lines=100} and see
 * what share of unseen lines is unknown then.
 *
 * @see <a href="https://arxiv.org/abs/1609.08144">Wu et al. 2016, 4.1 (WordPiece)</a>
 */
final class Tokens implements CourseExperiment {
    /** What a vocabulary of one size does to unseen lines. */
    record Size(int minCount, BertTokenizer tokenizer, double unknown, double length) {
        static Size of(int minCount, List<String> lines, List<String> unseen) {
            var tokenizer =
                    new VocabularyBuilder(TokenizerSettings.uncased(), minCount).tokenizer(lines);
            int unknown = tokenizer.vocabulary().id(SpecialToken.UNK);
            long tokens = 0;
            long missing = 0;
            for (var line : unseen) {
                int[] ids = tokenizer.ids(line);
                tokens += ids.length;
                missing += Arrays.stream(ids).filter(id -> id == unknown).count();
            }
            return new Size(
                    minCount,
                    tokenizer,
                    missing / (double) tokens,
                    tokens / (double) unseen.size());
        }
    }

    @Override
    public String id() {
        return "w4-tokens";
    }

    @Override
    public Settings settings() {
        return Settings.none()
                .with("lines", 6000, 1, 15_800)
                .withWholes("minCounts", "2,5,20,100", 1, 10_000)
                .with("sentence", "节点4821 磁盘使用率95%，Kafka 积压，囧");
    }

    @Override
    public Settings quick() {
        return settings().changed("lines", "300");
    }

    @Override
    public void run(Lab lab) {
        var settings = lab.settings();
        var sentence = AttendedSentence.check(settings.text("sentence"));
        var alarms = Datasets.alarms();
        var lines = new ArrayList<>(alarms.train().texts());
        Collections.shuffle(lines, new Random(lab.seed()));
        var drawn = lines.subList(0, Math.min(lines.size(), settings.integer("lines")));
        var unseen = alarms.dev().texts();
        var sizes =
                Arrays.stream(settings.numbers("minCounts"))
                        .mapToObj(count -> Size.of((int) count, drawn, unseen))
                        .toList();
        var tokenizer = sizes.get(0).tokenizer();
        step(lab, tokenizer, sentence);
        tabulate(lab, sizes);
        int[] lengths = lengths(tokenizer, unseen);
        draw(lab, unseen, lengths);
        claimUnknown(lab, sizes);
        claimLength(lab, lengths);
        compare(lab, tokenizer, sentence);
    }

    private static void step(Lab lab, BertTokenizer tokenizer, String sentence) {
        var encoding = tokenizer.encode(sentence);
        var table = TextTable.of(lab.say("词片", "piece"), "id", lab.say("是什么", "what it is"));
        for (int t = 0; t < encoding.length(); t++) {
            var piece = encoding.tokens().get(t);
            table.row(piece, encoding.ids()[t], kind(lab, piece));
        }
        lab.table(lab.say("“%s”逐个变成编号", "%s becomes ids, one by one").formatted(sentence), table);
    }

    static String kind(Lab lab, String piece) {
        if (piece.equals(SpecialToken.UNK.text())) {
            return lab.say("词表里没有", "not in the vocabulary");
        }
        if (piece.equals(SpecialToken.CLS.text())) {
            return lab.say("句首，代表全句", "begins the line, stands for all of it");
        }
        if (piece.equals(SpecialToken.SEP.text())) {
            return lab.say("句尾", "ends the line");
        }
        if (piece.startsWith("##")) {
            return lab.say("接在前一片后面", "continues the piece before");
        }
        if (!Character.isLetterOrDigit(piece.codePointAt(0))) {
            return lab.say("标点，自成一词", "a mark, a word by itself");
        }
        return Character.isIdeographic(piece.codePointAt(0))
                ? lab.say("汉字，自成一词", "a Chinese character, a word by itself")
                : lab.say("词或它的开头", "a word or the beginning of one");
    }

    private static void tabulate(Lab lab, List<Size> sizes) {
        var table =
                TextTable.of(
                        lab.say("至少出现几次", "least count"),
                        lab.say("词表大小", "vocabulary"),
                        lab.say("没见过的告警里 [UNK] 的比例", "share of [UNK] in unseen lines"),
                        lab.say("平均每行词片数", "pieces a line"));
        for (var size : sizes) {
            int vocabulary = size.tokenizer().vocabulary().size();
            table.row(
                    size.minCount(),
                    vocabulary,
                    "%.2f%%".formatted(100 * size.unknown()),
                    size.length());
            lab.figure("vocabulary." + size.minCount(), vocabulary);
            lab.figure("unknown." + size.minCount(), size.unknown());
        }
        lab.table(lab.say("词表多大才够", "How large a vocabulary is enough"), table);
    }

    private static int[] lengths(BertTokenizer tokenizer, List<String> lines) {
        return lines.stream().mapToInt(line -> tokenizer.encode(line).length()).toArray();
    }

    private static void draw(Lab lab, List<String> lines, int[] lengths) {
        var title = lab.say("一行告警有多长", "How long an alarm line is");
        double[] characters =
                lines.stream().mapToDouble(line -> line.codePointCount(0, line.length())).toArray();
        var chart =
                new HistogramChart(title)
                        .x(lab.say("个数", "count"))
                        .y(lab.say("行数", "lines"))
                        .bins(30)
                        .sharedRange()
                        .panel(lab.say("字符", "characters"), characters)
                        .panel(
                                lab.say("词片，含 [CLS] 与 [SEP]", "pieces with [CLS] and [SEP]"),
                                Arrays.stream(lengths).asDoubleStream().toArray());
        lab.chart("lengths", title, chart);
    }

    /** Claims that under 1 % of unseen lines is unknown to the first vocabulary. */
    private static void claimUnknown(Lab lab, List<Size> sizes) {
        var first = sizes.get(0);
        lab.claim(
                lab.say(
                                "至少出现 %d 次的词表：没见过的告警里只有 %.2f%% 是 [UNK]",
                                "with pieces that occur %d times only %.2f%% of unseen lines is"
                                        + " [UNK]")
                        .formatted(first.minCount(), 100 * first.unknown()),
                first.unknown() < 0.01);
    }

    private static void claimLength(Lab lab, int[] lengths) {
        int[] sorted = lengths.clone();
        Arrays.sort(sorted);
        int most = sorted[(int) (0.95 * (sorted.length - 1))];
        lab.figure("length.95", most);
        lab.claim(
                lab.say(
                                "二十行里有十九行不超过 %d 个词片：512 个位置绰绰有余",
                                "nineteen lines of twenty have at most %d pieces: 512 positions are"
                                        + " plenty")
                        .formatted(most),
                most <= 512);
    }

    /** The same sentence through DL4J's own tokenizer, on the same vocabulary. */
    private static void compare(Lab lab, BertTokenizer tokenizer, String sentence) {
        var ours = tokenizer.tokenize(sentence);
        var theirs = Dl4jPieces.of(tokenizer.vocabulary().tokens(), sentence);
        var table = TextTable.of(lab.say("分词器", "tokenizer"), lab.say("词片", "pieces"));
        table.row("bert.BertTokenizer", String.join(" ", ours));
        table.row("DL4J BertWordPieceTokenizer", String.join(" ", theirs));
        lab.table(lab.say("同一张词表，两个分词器", "One vocabulary, two tokenizers"), table);
        long unknown = ours.stream().filter(SpecialToken.UNK.text()::equals).count();
        long kept = theirs.stream().filter(SpecialToken.UNK.text()::equals).count();
        lab.figure("unknown.sentence", (double) unknown);
        lab.claim(
                lab.say(
                                "词表外的字：BERT 的规则记下 %d 个 [UNK]，DL4J 自带的分词器记下 %d 个，悄悄丢掉了其余",
                                "characters outside the vocabulary: BERT's rules note %d [UNK],"
                                        + " DL4J's own tokenizer notes %d and drops the others"
                                        + " without a word")
                        .formatted(unknown, kept),
                unknown > kept);
    }
}
