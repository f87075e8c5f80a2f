package io.github.dl4jprimer.bert;

import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;

/**
 * A network with the weights of a checkpoint.
 *
 * @param network DL4J's, initialised
 * @param config what it was built from, with the labels it has now
 * @param fresh names of the tensors that the checkpoint did not have and that were drawn at random;
 *     a network that has any must be trained before it is asked
 */
public record LoadedBert(ComputationGraph network, BertConfig config, List<String> fresh) {
    /** Copies the names. */
    public LoadedBert {
        fresh = List.copyOf(fresh);
    }
}
