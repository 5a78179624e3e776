package dev.hcp.samples.cli;

import java.io.Console;

/** Whether a person watches. */
final class Terminal {
    private Terminal() {}

    /** Since Java 22 there is a console without a terminal, too, and a method that tells; before there was neither. */
    @SuppressWarnings(
            "SystemConsoleNull") // no console is no terminal before Java 22, and a terminal is asked for after
    static boolean isThere() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
