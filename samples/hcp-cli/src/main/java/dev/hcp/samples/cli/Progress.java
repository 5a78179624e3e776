package dev.hcp.samples.cli;

/** Tells how a task comes along. */
interface Progress extends AutoCloseable {
    /** How many steps are done, and what is going on now. Saying the same again says nothing. */
    void at(int steps, String what);

    @Override
    void close();
}
