package io.github.dl4jprimer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import io.github.dl4jprimer.language.Language;
import io.github.dl4jprimer.safetensors.SafetensorsWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class InspectCommandTest {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden", "bert-tiny");

    private CliSession cli;

    @BeforeEach
    void session(@TempDir Path folder) {
        cli = new CliSession(folder);
    }

    /** A file of two tensors, the second with a NaN and a name that a terminal would obey. */
    private String broken() {
        var tensors = new LinkedHashMap<String, INDArray>();
        tensors.put("权重", Nd4j.zeros(2, 3));
        tensors.put("b\u001b[2J", Nd4j.createFromArray(1f, Float.NaN));
        var path = Path.of(cli.path("w.safetensors"));
        SafetensorsWriter.write(path, tensors, Map.of());
        return path.toString();
    }

    @Test
    void aFileIsShownInEnglishWithItsProblems() {
        assertEquals(1, cli.run(Language.EN, "inspect", broken()));
        assertEquals("", cli.error());
        assertEquals(
                """
                format: safetensors
                tensors: 2, parameters: 8
                bytes: F32 32
                name   type  shape   bytes
                ─────  ────  ──────  ─────
                权重   F32   [2, 3]     24
                b?[2J  F32   [2]         8
                problems: 1
                  tensor 'b?[2J' must hold finite numbers, got NaN or infinity
                """,
                cli.out().replace(System.lineSeparator(), "\n"));
    }

    @Test
    void aFileIsShownInChineseWithItsProblems() {
        assertEquals(1, cli.run(Language.ZH, "inspect", broken()));
        assertEquals(
                """
                格式：safetensors
                张量：2 个，参数：8 个
                字节：F32 32
                名称   类型  形状    字节
                ─────  ────  ──────  ────
                权重   F32   [2, 3]    24
                b?[2J  F32   [2]        8
                问题：1 个
                  tensor 'b?[2J' must hold finite numbers, got NaN or infinity
                """,
                cli.out().replace(System.lineSeparator(), "\n"));
    }

    @Test
    void aWholeCheckpointHasStatusZeroAndItsConfiguration() {
        var directory = GOLDEN.resolve("variants").resolve("bin-wrapped").toString();
        assertEquals(0, cli.run(Language.EN, "inspect", directory));
        var lines = cli.out().lines().toList();
        assertEquals("format: PyTorch (zip)", lines.get(0));
        assertEquals("configuration:", lines.get(1));
        assertTrue(lines.contains("  hidden_size: 32"), cli.out());
        assertEquals("no problems found", lines.get(lines.size() - 1));
        assertEquals(0, cli.run(Language.ZH, "inspect", directory));
        assertTrue(cli.out().contains("配置："), cli.out());
        assertTrue(cli.out().endsWith("没有发现问题" + System.lineSeparator()), cli.out());
    }

    @Test
    void jsonHoldsTheSame() {
        var path = broken();
        assertEquals(1, cli.run("inspect", path, "--json"));
        assertEquals(1, cli.out().lines().count());
        var json = JsonParser.parseString(cli.out()).getAsJsonObject();
        assertEquals(path, json.get("path").getAsString());
        assertEquals("safetensors", json.get("format").getAsString());
        assertEquals("{}", json.get("configuration").toString());
        assertEquals(8, json.get("parameters").getAsLong());
        assertEquals("{\"F32\":32}", json.get("bytes").toString());
        assertEquals(
                "[{\"name\":\"权重\",\"type\":\"F32\",\"shape\":[2,3],\"bytes\":24},"
                        + "{\"name\":\"b\\u001b[2J\",\"type\":\"F32\",\"shape\":[2],\"bytes\":8}]",
                json.get("tensors").toString());
        assertEquals(1, json.getAsJsonArray("problems").size());
        assertEquals(0, cli.run("inspect", GOLDEN.resolve("classifier").toString(), "--json"));
        var whole = JsonParser.parseString(cli.out()).getAsJsonObject();
        assertEquals(41, whole.getAsJsonArray("tensors").size());
        var configuration = whole.getAsJsonObject("configuration");
        assertEquals(32, configuration.get("hidden_size").getAsInt());
        assertTrue(configuration.get("id2label").isJsonObject());
        assertEquals("[]", whole.get("problems").toString());
    }

    @Test
    void whatCannotBeReadIsOneLineAndStatusTwo() {
        var missing = cli.path("nowhere");
        cli.refused(
                "model must be a folder or a file of tensors, got nothing (%s). Check the path."
                        .formatted(missing),
                "inspect",
                missing);
        var harmful = GOLDEN.resolve("corrupt").resolve("bin_unknown_global.bin").toString();
        cli.refused(
                ("torch file must only rebuild tensors, got the name '__builtin__.print' (%s)."
                                + " Nothing of it was run; take the model's model.safetensors from"
                                + " a source you trust.")
                        .formatted(harmful),
                "inspect",
                harmful);
        var notJson = cli.write("model/config.json", "{");
        assertEquals(2, cli.run("inspect", cli.path("model")));
        assertTrue(cli.error().contains(notJson), cli.error());
        assertEquals(1, cli.error().lines().count());
        cli.refused("PATH must be given, got nothing. Try: primer inspect --help", "inspect");
    }
}
