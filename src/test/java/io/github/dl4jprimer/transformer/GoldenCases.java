package io.github.dl4jprimer.transformer;

import com.google.gson.JsonObject;
import io.github.dl4jprimer.golden.Comparison;
import io.github.dl4jprimer.golden.Golden;
import io.github.dl4jprimer.golden.Verified;
import java.util.List;
import java.util.stream.StreamSupport;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.buffer.DataType;

/** What the golden tests of this package share. */
final class GoldenCases {
    private GoldenCases() {}

    /** Returns the cases of a file under golden/attention. */
    static List<JsonObject> of(String file) {
        var all = Golden.read("attention/" + file).getAsJsonArray("cases");
        return StreamSupport.stream(all.spliterator(), false)
                .map(one -> one.getAsJsonObject())
                .toList();
    }

    /** Returns a comparison with a case of such a file. */
    static Comparison comparison(String file, JsonObject golden, DataType type) {
        var name = golden.get("name").getAsString();
        return new Comparison(Verified.TRANSFORMER, "attention/" + file, name, type);
    }

    /** Returns a training pass outside workspaces, of layer 0 in iteration 0. */
    static Pass training(long seed) {
        var workspaces = LayerWorkspaceMgr.noWorkspaces();
        return new Pass(true, ArrayType.ACTIVATIONS, ArrayType.ACTIVATIONS, workspaces, seed, 0, 0);
    }
}
