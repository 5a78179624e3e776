package dev.hcp.client.dump;

import dev.hcp.api.HcpException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Writes the files of a dump, which nobody but their owner can read. */
final class DumpFiles {
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private final Path root;
    private final List<Path> written = new ArrayList<>();

    private DumpFiles(Path root) {
        this.root = root;
    }

    /**
     * Begins in a directory that does not exist or is empty.
     *
     * @throws HcpException when something is there, or it cannot be written
     */
    static DumpFiles in(Path root) {
        try {
            if (Files.exists(root)) {
                try (Stream<Path> entries = Files.list(root)) {
                    if (entries.findAny().isPresent()) {
                        throw new HcpException(
                                "cannot dump into " + root + ": it is not empty; choose another directory");
                    }
                }
            }
            Files.createDirectories(root, owner("rwx------"));
            return new DumpFiles(root);
        } catch (FileAlreadyExistsException e) {
            throw new HcpException("cannot dump into " + root + ": it is a file; choose a directory", e);
        } catch (IOException e) {
            throw failure(root, e);
        }
    }

    void write(String name, String content) {
        Path file = root.resolve(name);
        try {
            Files.createDirectories(file.getParent(), owner("rwx------"));
            Files.createFile(file, owner("rw-------"));
            Files.write(file, content.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw failure(file, e);
        }
        written.add(file);
    }

    List<Path> written() {
        return List.copyOf(written);
    }

    private static HcpException failure(Path file, IOException e) {
        return new HcpException("cannot write " + file + ": " + e + "; choose a directory that can be written", e);
    }

    private static FileAttribute<?>[] owner(String permissions) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
