package dev.hcp.samples.cli;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar that fills up, for somebody who watches. */
final class ProgressBarOnTerminal implements Progress {
    private final ProgressBar bar;

    ProgressBarOnTerminal(String task, int steps) {
        bar = new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(steps)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .clearDisplayOnFinish()
                // Steps take very different times, so those that are done tell nothing of the others.
                .hideEta()
                .build();
    }

    @Override
    public void at(int steps, String what) {
        bar.stepTo(steps).setExtraMessage(what);
    }

    @Override
    public void close() {
        bar.close();
    }
}
