package dev.hcp.simulator.cli;

import dev.hcp.api.HcpException;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Writes files that hold credentials. */
final class PrivateFile {
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private PrivateFile() {}

    /** Replaces a file at once by one that its owner alone may read and write (mode 0600). */
    static void write(Path file, String content) {
        Path absolute = file.toAbsolutePath();
        Path directory = absolute.getParent() == null ? absolute : absolute.getParent();
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        try {
            if (Files.isDirectory(absolute)) {
                throw new HcpException("cannot write " + file + ": it is a directory; name a file");
            }
            Path fresh = posix
                    ? Files.createTempFile(directory, ".hcp-sim", ".tmp", OWNER_ONLY)
                    : Files.createTempFile(directory, ".hcp-sim", ".tmp");
            try {
                Files.writeString(fresh, content);
                Files.move(fresh, absolute, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            throw new HcpException(
                    "cannot write " + file + ": " + Reasons.of(e) + "; name a file in a directory you may write to", e);
        }
    }
}
