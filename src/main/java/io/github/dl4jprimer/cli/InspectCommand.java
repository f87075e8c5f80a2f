package io.github.dl4jprimer.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.dl4jprimer.bert.Inspection;
import io.github.dl4jprimer.data.BadInput;
import io.github.dl4jprimer.language.Language;
import io.github.dl4jprimer.report.TextTable;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code primer inspect}: what a model's folder or a file of tensors holds, and whether it is
 * whole.
 *
 * <pre>
 * primer inspect bert-base-chinese
 * primer inspect pytorch_model.bin --json
 * </pre>
 *
 * <p>Prints the format, what {@code config.json} or {@code model.json} says, a row for each tensor,
 * and the problems: tensors that are missing, odd or of the wrong shape, NaN and infinity. Ends
 * with status 1 if there are problems, and with 2 if nothing could be read. Nothing in a file is
 * run, whatever it is.
 */
@Command(
        name = "inspect",
        description =
                "Show what a model's folder, or a file of tensors, holds, and what is wrong with"
                        + " it. The exit status is 1 if there are problems.",
        mixinStandardHelpOptions = true)
final class InspectCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(
            paramLabel = "PATH",
            description =
                    "A HuggingFace directory, a folder that 'primer train' saved, a .safetensors or"
                            + " a PyTorch .bin file.")
    private Path path;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    private final Gson gson = new GsonBuilder().disableHtmlEscaping().create();

    @Override
    public Integer call() {
        var inspection = Inspection.of(path);
        if (json) {
            spec.commandLine().getOut().println(gson.toJson(toJson(inspection)));
        } else {
            print(inspection, Language.current());
        }
        return inspection.problems().isEmpty() ? 0 : 1;
    }

    private void print(Inspection inspection, Language language) {
        var out = spec.commandLine().getOut();
        out.println(language.choose("格式：", "format: ") + inspection.format());
        if (!inspection.configuration().isEmpty()) {
            out.println(language.choose("配置：", "configuration:"));
        }
        for (var setting : inspection.configuration().entrySet()) {
            var key = BadInput.shown(setting.getKey());
            out.println("  %s: %s".formatted(key, BadInput.shown(setting.getValue())));
        }
        out.println(
                language.choose("张量：%d 个，参数：%d 个", "tensors: %d, parameters: %d")
                        .formatted(inspection.tensors().size(), inspection.parameters()));
        out.println(language.choose("字节：", "bytes: ") + sizes(inspection));
        out.print(table(inspection, language).text());
        var problems = inspection.problems();
        out.println(
                problems.isEmpty()
                        ? language.choose("没有发现问题", "no problems found")
                        : language.choose("问题：%d 个", "problems: %d").formatted(problems.size()));
        problems.forEach(problem -> out.println("  " + problem));
    }

    private static String sizes(Inspection inspection) {
        return inspection.bytesByType().entrySet().stream()
                .map(size -> "%s %d".formatted(size.getKey(), size.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static TextTable table(Inspection inspection, Language language) {
        var table =
                TextTable.of(
                        language.choose("名称", "name"),
                        language.choose("类型", "type"),
                        language.choose("形状", "shape"),
                        language.choose("字节", "bytes"));
        for (var tensor : inspection.tensors()) {
            table.row(BadInput.shown(tensor.name()), tensor.type(), tensor.shape(), tensor.bytes());
        }
        return table;
    }

    private JsonObject toJson(Inspection inspection) {
        var tensors = new JsonArray();
        for (var tensor : inspection.tensors()) {
            var object = new JsonObject();
            object.addProperty("name", tensor.name());
            object.addProperty("type", tensor.type().name());
            object.add("shape", gson.toJsonTree(tensor.shape()));
            object.addProperty("bytes", tensor.bytes());
            tensors.add(object);
        }
        var answer = new JsonObject();
        answer.addProperty("path", inspection.path().toString());
        answer.addProperty("format", inspection.format());
        answer.add("configuration", gson.toJsonTree(inspection.configuration()));
        answer.addProperty("parameters", inspection.parameters());
        answer.add("bytes", gson.toJsonTree(inspection.bytesByType()));
        answer.add("tensors", tensors);
        answer.add("problems", gson.toJsonTree(inspection.problems()));
        return answer;
    }
}
