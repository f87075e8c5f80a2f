package io.github.dl4jprimer.experiment;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A progress bar with speed and the time left, for a terminal. */
public final class TerminalProgress implements Progress {
    private ProgressBar bar;

    private TerminalProgress() {}

    /** Returns a bar if the program writes to a terminal, else silence. */
    public static Progress ifTerminal() {
        var terminal = System.console() != null && !"dumb".equals(System.getenv("TERM"));
        return terminal ? new TerminalProgress() : SILENT;
    }

    @Override
    public void start(String name, long done, long steps) {
        bar =
                new ProgressBarBuilder()
                        .setTaskName(name)
                        .setInitialMax(steps)
                        .setStyle(ProgressBarStyle.ASCII)
                        .setUpdateIntervalMillis(200)
                        .clearDisplayOnFinish()
                        .build();
        bar.stepTo(done);
    }

    @Override
    public void step(long step, double dataLoss) {
        bar.stepTo(step);
    }

    @Override
    public void epoch(EpochMetrics metrics) {
        bar.setExtraMessage(" epoch %d loss %.4f".formatted(metrics.epoch(), metrics.trainLoss()));
    }

    @Override
    public void end(Outcome outcome) {
        bar.close();
    }
}
