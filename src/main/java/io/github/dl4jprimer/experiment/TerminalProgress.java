package io.github.dl4jprimer.experiment;

import java.io.Console;
import java.io.PrintWriter;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A progress bar with speed and the time left, for a terminal. */
public final class TerminalProgress implements Progress {
    private static final String CLEAR_LINE = "\r\033[2K";
    private static final int LONGEST_LINE = 99;

    private final PrintWriter terminal;
    private ProgressBar bar;

    TerminalProgress(PrintWriter terminal) {
        this.terminal = terminal;
    }

    /** Returns a bar if the program writes to a terminal, else silence. */
    public static Progress ifTerminal() {
        var terminal = System.console();
        return terminal != null && isTerminal(terminal)
                ? new TerminalProgress(terminal.writer())
                : SILENT;
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
                        .setConsumer(new DelegatingProgressBarConsumer(this::show, LONGEST_LINE))
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
        show("");
    }

    /** Draws over the line before, so that many trainings leave no trace of their bars. */
    private void show(String line) {
        terminal.print(CLEAR_LINE + line.stripTrailing());
        terminal.flush();
    }
}
