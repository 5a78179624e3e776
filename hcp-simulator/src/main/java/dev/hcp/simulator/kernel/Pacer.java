package dev.hcp.simulator.kernel;

import java.util.concurrent.locks.LockSupport;

/** The thread that makes virtual time follow the wall clock. */
final class Pacer {
    private final Kernel kernel;
    private final long virtualStart;
    private final double factor;
    private final long wallStart = System.nanoTime();
    private final Thread thread = new Thread(this::run, "hcp-simulated-time");
    private volatile boolean stopped;

    Pacer(Kernel kernel, long virtualStart, double factor) {
        this.kernel = kernel;
        this.virtualStart = virtualStart;
        this.factor = factor;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** What the clock should show now. */
    long virtualTime() {
        return virtualStart + (long) ((System.nanoTime() - wallStart) * factor);
    }

    /** Something may have become due earlier. */
    void wake() {
        LockSupport.unpark(thread);
    }

    void stop() {
        stopped = true;
        wake();
        if (Thread.currentThread() != thread) {
            boolean interrupted = false;
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void run() {
        while (!stopped) {
            long target = virtualTime();
            while (!stopped && kernel.step(target) != Kernel.Progress.NONE) {
                target = virtualTime();
            }
            long next = kernel.nextTime();
            if (stopped) {
                return;
            }
            if (next == Long.MAX_VALUE) {
                LockSupport.park(this);
            } else {
                long wait = (long) ((next - virtualTime()) / factor);
                if (wait > 0) {
                    LockSupport.parkNanos(this, wait);
                }
            }
        }
    }
}
