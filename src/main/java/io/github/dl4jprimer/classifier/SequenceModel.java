package io.github.dl4jprimer.classifier;

import io.github.dl4jprimer.bert.BertTokenizer;
import io.github.dl4jprimer.bert.EncodingOptions;
import io.github.dl4jprimer.data.PaddedTokens;
import io.github.dl4jprimer.data.TextDataset;
import io.github.dl4jprimer.data.TokenBatches;
import io.github.dl4jprimer.experiment.EvaluationResult;
import io.github.dl4jprimer.experiment.Evaluator;
import io.github.dl4jprimer.experiment.Task;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * How a trained Transformer is asked: texts of like length together, so that little is computed on
 * padding, and answered in the order in which they came.
 *
 * @param tokenizer turns texts into ids
 * @param maxLength tokens after which a text is cut, [CLS] and [SEP] included
 * @param network the Transformer
 * @param labels class names in index order
 */
record SequenceModel(
        BertTokenizer tokenizer, int maxLength, ComputationGraph network, List<String> labels) {
    static final int BATCH_SIZE = 64;

    /** The logits of each text, [N, C]. */
    INDArray logits(List<String> texts) {
        if (texts.isEmpty()) {
            return Logits.none(labels.size());
        }
        var sequences = texts.parallelStream().map(this::ids).toList();
        int[] order = TokenBatches.orderByLength(sequences);
        var logits = Nd4j.create(texts.size(), labels.size()); // [N, C]
        for (int from = 0; from < order.length; from += BATCH_SIZE) {
            int[] rows = Arrays.copyOfRange(order, from, Math.min(from + BATCH_SIZE, order.length));
            var batch = PaddedTokens.of(Arrays.stream(rows).mapToObj(sequences::get).toList());
            var answers = Logits.of(network, batch); // [B, C]
            for (int i = 0; i < rows.length; i++) {
                logits.putRow(rows[i], answers.getRow(i));
            }
        }
        return logits;
    }

    /** Measures the network on examples of its own classes. */
    EvaluationResult evaluate(TextDataset data) {
        return Evaluator.evaluate(
                network,
                Task.CLASSIFICATION,
                TokenBatches.byLength(this::ids, data.withLabels(labels), BATCH_SIZE));
    }

    private int[] ids(String text) {
        return ids(tokenizer, maxLength, text);
    }

    /** A text as {@code [CLS] tokens [SEP]}, cut. */
    static int[] ids(BertTokenizer tokenizer, int maxLength, String text) {
        return tokenizer.encode(text, EncodingOptions.defaults().withMaxLength(maxLength)).ids();
    }
}
