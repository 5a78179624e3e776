package dev.hcp.samples.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Writes files that options name. */
final class OutputFile {
    private OutputFile() {}

    /**
     * Writes a file, over what was there.
     *
     * @param secret whether nobody else may read it
     */
    static void write(String option, Path file, String content, boolean secret) {
        try {
            if (secret) {
                Files.deleteIfExists(file);
                createPrivate(file);
            }
            Files.write(
                    file,
                    content.getBytes(StandardCharsets.UTF_8),
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)
                            .toArray(new StandardOpenOption[0]));
        } catch (IOException e) {
            throw new UsageException(option + " " + file + " cannot be written: " + InputFile.reason(e));
        }
    }

    /** Creates an empty file that only its owner can read, where the file system knows owners; there must be none yet. */
    static void createPrivate(Path file) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
    }
}
