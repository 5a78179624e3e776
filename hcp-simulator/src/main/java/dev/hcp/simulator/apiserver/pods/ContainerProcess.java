package dev.hcp.simulator.apiserver.pods;

import java.nio.charset.StandardCharsets;

/** A process in a container that talks to a client. Its methods are called one at a time; none may wait. */
public interface ContainerProcess {
    /** Begins. Called once and first; the process may print and exit from then on, from any thread. */
    void start(Console console);

    /** The client typed something. */
    default void input(byte[] bytes) {}

    /** The client will type nothing more. */
    default void endOfInput() {}

    /** The client's window has another size, in characters. */
    default void resized(int width, int height) {}

    /** The client is gone. */
    default void hangUp() {}

    /** Where a process prints. Thread-safe; what comes after the exit is dropped. */
    interface Console {
        /** Prints to standard output. */
        void print(byte[] bytes);

        /** Prints to standard error. */
        void complain(byte[] bytes);

        /** Ends the process. */
        void exit(int code);
    }

    /** A process that prints a text to standard output and ends. */
    static ContainerProcess printing(String text, int exitCode) {
        return console -> {
            console.print(text.getBytes(StandardCharsets.UTF_8));
            console.exit(exitCode);
        };
    }
}
