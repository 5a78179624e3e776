package dev.hcp.samples.cli;

import java.io.Console;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Whether a person watches. */
final class Terminal {
    private static final Size USUAL = new Size(24, 80);

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

    /** How much fits on it. */
    record Size(int rows, int columns) {}

    /** Its size now: people pull at windows. 24 rows of 80 where nobody tells. */
    static Size size() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String[] words = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                    .strip()
                    .split(" ");
            if (stty.waitFor() == 0 && words.length == 2 && !words[1].equals("0")) {
                return new Size(Integer.parseInt(words[0]), Integer.parseInt(words[1]));
            }
        } catch (IOException | NumberFormatException e) {
            // There is no such command, or it says something else: take the usual size.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return USUAL;
    }
}
