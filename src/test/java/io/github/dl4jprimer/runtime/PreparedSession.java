package io.github.dl4jprimer.runtime;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Prepares the native side before the first test, as a program's first line would. */
public final class PreparedSession implements LauncherSessionListener {
    @Override
    public void launcherSessionOpened(LauncherSession session) {
        NativeRuntime.prepare();
    }
}
