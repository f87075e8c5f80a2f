package io.github.dl4jprimer.experiment;

import java.io.Console;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A progress bar with speed and the time left, for a terminal. */
public final class TerminalProgress implements Progress {
    private ProgressBar bar;

    private TerminalProgress() {}

    /** Returns a bar if the program writes to a terminal, else silence. */
    public static Progress ifTerminal() {
        var terminal = System.console();
        return terminal != null && isTerminal(terminal) ? new TerminalProgress() : SILENT;
    }

    /** Since Java 22 there is a console without a terminal, and a method that tells. */
    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
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
