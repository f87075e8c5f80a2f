package io.github.dl4jprimer.course.week2;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Lets a language model write a line after every epoch, each character drawn from its
 * probabilities.
 *
 * <pre>p_i is proportional to p_i^(1 / temperature)</pre>
 *
 * <p>The network is asked one character at a time and keeps its memory in between, DL4J's {@code
 * rnnTimeStep}; the memory is cleared before and after, so that training never sees it. The draws
 * have a random source of their own and change no training.
 */
final class LineSampler extends BaseTrainingListener {
    private final AlarmCharacters characters;
    private final double temperature;
    private final Random random;
    private final List<String> lines = new ArrayList<>();

    /**
     * @param temperature below 1 prefers the likely characters, above 0
     * @param seed of the draws, apart from those of the training
     */
    LineSampler(AlarmCharacters characters, double temperature, long seed) {
        this.characters = characters;
        this.temperature = temperature;
        random = new Random(seed);
    }

    @Override
    public void onEpochEnd(Model model) {
        lines.add(sample((MultiLayerNetwork) model));
    }

    /** Returns the lines written so far, one an epoch. */
    List<String> lines() {
        return List.copyOf(lines);
    }

    private String sample(MultiLayerNetwork network) {
        network.rnnClearPreviousState();
        var line = new StringBuilder();
        int character = AlarmCharacters.LINE_END;
        for (int t = 0; t < characters.length(); t++) {
            var input = Nd4j.createFromArray(new float[][] {{character}}); // [1, T = 1]
            character = draw(network.rnnTimeStep(input).dup().data().asDouble());
            if (character == AlarmCharacters.LINE_END) {
                break;
            }
            line.append(characters.characters().get(character));
        }
        network.rnnClearPreviousState();
        return line.toString();
    }

    private int draw(double[] probabilities) {
        probabilities[AlarmCharacters.UNKNOWN] = 0; // nothing to write
        double total = 0;
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] = Math.pow(probabilities[i], 1 / temperature);
            total += probabilities[i];
        }
        double left = random.nextDouble() * total;
        for (int i = 0; i < probabilities.length; i++) {
            left -= probabilities[i];
            if (left < 0) {
                return i;
            }
        }
        return AlarmCharacters.LINE_END;
    }
}
