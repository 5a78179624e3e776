package dev.hcp.simulator.kernel;

/** What a planned turn is for, which decides whether the world is quiet while it waits. */
enum Waiting {
    /** There is something to do: the world is not quiet. */
    WORK,
    /**
     * It waits for something that nobody will announce, or for a retry to succeed. Nothing came of it the last time, so
     * the world may be quiet; but see {@link Kernel#runUntilQuiet}.
     */
    POLL,
    /** A look or a chore that comes round whatever happens. */
    ROUTINE
}
