package io.github.dl4jprimer.course.week4;

import io.github.dl4jprimer.course.Lab;
import io.github.dl4jprimer.data.BadInput;
import io.github.dl4jprimer.data.PaddedTokens;
import io.github.dl4jprimer.report.Numbers;
import io.github.dl4jprimer.report.TextTable;
import io.github.dl4jprimer.transformer.EncoderBlockLayer;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Who looks at whom in a trained encoder.
 *
 * <p>A block's weights are shown as the mean over its heads, [T, T]: a row asks, a column is looked
 * at. How much a token is looked at is the mean of its column. It is what the model read, not yet
 * why it decided.
 *
 * @param model a trained encoder
 * @param tokens of the model
 * @param sentence at least three tokens
 */
record AttendedSentence(ComputationGraph model, AlarmTokens tokens, String sentence) {
    private static final int SHORTEST = 3;

    /**
     * Returns the sentence.
     *
     * @throws BadInput if it has less than three tokens
     */
    static String check(String sentence) {
        if (AlarmTokens.split(sentence).size() < SHORTEST) {
            throw new BadInput(
                    "sentence must be at least %d tokens, got \"%s\". Write an alarm."
                            .formatted(SHORTEST, sentence));
        }
        return sentence;
    }

    /** Leaves a heat map of the first and of the last block, and who is looked at most. */
    void leaveIn(Lab lab, int layers) {
        var shown = AlarmTokens.split(sentence);
        shown = shown.subList(0, Math.min(shown.size(), tokens.length()));
        var table =
                TextTable.of(
                        lab.say("块", "block"), lab.say("平均最受关注的三个", "looked at most, on average"));
        for (int block : IntStream.of(0, layers - 1).distinct().toArray()) {
            INDArray weights = weights(block);
            var title =
                    lab.say("训练之后，第 %d 块：谁在看谁", "After training, block %d: who looks at whom")
                            .formatted(block + 1);
            lab.chart(
                    "attention-" + (block + 1),
                    title,
                    AttentionHeatMap.of(lab, title, shown, weights));
            table.row(block + 1, mostSeen(shown, weights));
            lab.figure("attention.largest." + (block + 1), weights.maxNumber().doubleValue());
        }
        lab.table(lab.say("各块的注意力", "The blocks' attention"), table);
    }

    /** Returns a block's weights on the sentence, the mean over its heads, [T, T]. */
    INDArray weights(int block) {
        var batch = PaddedTokens.of(List.of(tokens.ids(sentence)));
        model.clearLayerMaskArrays(); // DL4J keeps those of the last batch that was measured
        var activations = model.feedForward(new INDArray[] {batch.ids()}, false);
        var layer = (EncoderBlockLayer) model.getLayer("block" + block);
        INDArray input = activations.get(block == 0 ? "embedding" : "block" + (block - 1));
        return layer.attentionWeights(input, null).slice(0).mean(0); // [H, T, T] to [T, T]
    }

    private static String mostSeen(List<String> shown, INDArray weights) {
        double[] columns = weights.mean(0).toDoubleVector();
        return IntStream.range(0, columns.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer t) -> -columns[t]))
                .limit(3)
                .map(t -> shown.get(t) + " " + Numbers.significant(columns[t], 2))
                .collect(Collectors.joining("  "));
    }
}
