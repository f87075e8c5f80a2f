package io.github.dl4jprimer.notebook;

import io.github.dl4jprimer.experiment.EpochMetrics;
import io.github.dl4jprimer.experiment.Outcome;
import io.github.dl4jprimer.experiment.Progress;

/**
 * A progress bar below a cell that is redrawn in its place and gone when the run has ended.
 *
 * <pre>moons  ██████████░░░░░░░░░░  50 %  epoch 30, loss 0.1234</pre>
 *
 * <p>It is drawn anew when the percentage changes, so that a run of many steps does not flood the
 * notebook; a run whose length is unknown is told of by its epochs.
 */
final class CellProgress implements Progress {
    private static final int WIDTH = 20;

    private final boolean onePlace;
    private String id;
    private String name;
    private String epoch;
    private long steps;
    private long shown;

    /** A bar of its own for each training. */
    CellProgress() {
        this(false);
    }

    private CellProgress(boolean onePlace) {
        this.onePlace = onePlace;
    }

    /** Returns one bar for many trainings, each in the place of the one before. */
    static CellProgress inOnePlace() {
        return new CellProgress(true);
    }

    @Override
    public void start(String experiment, long done, long total) {
        name = experiment;
        steps = total;
        epoch = "";
        shown = percent(done);
        if (onePlace && id != null) {
            Notebook.update(id, Notebook.html(line()));
        } else {
            id = Notebook.display(Notebook.html(line()));
        }
    }

    @Override
    public void step(long step, double dataLoss) {
        long percent = percent(step);
        if (percent != shown) {
            shown = percent;
            Notebook.update(id, Notebook.html(line()));
        }
    }

    @Override
    public void epoch(EpochMetrics metrics) {
        epoch =
                Notebook.say("第 %d 轮，损失 %.4f", "epoch %d, loss %.4f")
                        .formatted(metrics.epoch(), metrics.trainLoss());
        if (steps <= 0) {
            Notebook.update(id, Notebook.html(line()));
        }
    }

    @Override
    public void end(Outcome outcome) {
        Notebook.update(id, Notebook.html("<pre>%s  %s</pre>".formatted(name, epoch)));
    }

    private long percent(long done) {
        return steps > 0 ? Math.min(100, 100 * done / steps) : 0;
    }

    private String line() {
        if (steps <= 0) {
            return "<pre>%s  %s</pre>".formatted(name, epoch);
        }
        int full = (int) (WIDTH * shown / 100);
        return "<pre>%s  %s%s %3d %%  %s</pre>"
                .formatted(name, "█".repeat(full), "░".repeat(WIDTH - full), shown, epoch);
    }
}
