package io.github.dl4jprimer.bench.peer;

import io.github.dl4jprimer.language.Language;
import io.github.dl4jprimer.report.BarChart;
import java.util.Arrays;

/** Draws our time over each peer's, with the rounds' spread left to the table. */
final class PeerChart {
    private PeerChart() {}

    /** Returns bars of the medians: a slot for each case and mode, a bar for each peer. */
    static BarChart draw(PeerResults results, Language language) {
        var modes = PeerCase.Mode.values();
        var categories =
                results.cases().stream()
                        .flatMap(
                                size ->
                                        Arrays.stream(modes)
                                                .map(
                                                        mode ->
                                                                size.key()
                                                                        + " "
                                                                        + mode.title(language)))
                        .toArray(String[]::new);
        var chart =
                new BarChart(language.choose("与同类框架比较", "beside its peers"), categories)
                        .y(language.choose("本项目用时 / 对方用时", "our time / theirs"))
                        .x(language.choose("网络", "network"))
                        .reference(language.choose("同样快", "as fast"), 1);
        for (var entrant : results.entrants(false)) {
            var ratios =
                    results.cases().stream()
                            .flatMap(
                                    size ->
                                            Arrays.stream(modes)
                                                    .map(
                                                            mode ->
                                                                    results.ratio(
                                                                            size, entrant, mode)))
                            .mapToDouble(ratio -> ratio.map(Ratio::median).orElse(Double.NaN))
                            .toArray();
            chart.series(entrant.contender().title(), ratios);
        }
        return chart;
    }
}
