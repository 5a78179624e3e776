package dev.hcp.simulator.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/** Puts failures of the file system into words: Java's messages are often a bare path. */
final class Reasons {
    private Reasons() {}

    static String of(@Nullable IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return "there is no such directory or file";
        }
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        return failure == null ? "unknown reason" : String.valueOf(failure.getMessage());
    }
}
