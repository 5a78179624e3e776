package dev.hcp.samples.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads files that options name. */
final class InputFile {
    private InputFile() {}

    /**
     * The content of a file.
     *
     * @param option the option that names it, for the message when it cannot be read
     */
    static String read(String option, Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UsageException(option + " " + file + ": " + reason(e));
        }
    }

    /** Java's messages about files are often a bare path. */
    static String reason(Exception failure) {
        if (failure instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (failure instanceof FileAlreadyExistsException) {
            return "it exists already";
        }
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }
}
