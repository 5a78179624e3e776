package dev.hcp.simulator.faults;

/** A fault that is injected; it stays so until it is mended. Thread-safe. */
public interface InjectedFault extends AutoCloseable {
    /** What is broken. */
    Fault fault();

    /** Makes it whole. What the fault has brought about stays; the world recovers from it in its own time. */
    void mend();

    /** As {@link #mend()}. */
    @Override
    default void close() {
        mend();
    }
}
