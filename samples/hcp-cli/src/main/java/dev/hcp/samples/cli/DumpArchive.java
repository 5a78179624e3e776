package dev.hcp.samples.cli;

import dev.hcp.client.dump.ClusterDump;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** A dump as one compressed file, to be sent to somebody. */
final class DumpArchive {
    private DumpArchive() {}

    /**
     * Writes the archive, which only its owner can read.
     *
     * @param root directory that everything is in, in the archive
     * @param dump writes the dump into a directory
     */
    static ClusterDump write(Path archive, String root, Function<Path, ClusterDump> dump) {
        try {
            OutputFile.createPrivate(archive);
        } catch (IOException e) {
            throw failure(archive, e);
        }
        Path directory = null;
        try {
            directory = Files.createTempDirectory("hcp-dump-");
            ClusterDump written = dump.apply(directory);
            pack(archive, root, directory);
            return written;
        } catch (IOException e) {
            delete(archive);
            throw failure(archive, e);
        } catch (RuntimeException e) {
            delete(archive);
            throw e;
        } finally {
            if (directory != null) {
                delete(directory);
            }
        }
    }

    private static UsageException failure(Path archive, IOException e) {
        return new UsageException("--archive " + archive + " cannot be written: " + InputFile.reason(e));
    }

    private static void pack(Path archive, String root, Path directory) throws IOException {
        try (OutputStream out = Files.newOutputStream(archive, StandardOpenOption.WRITE);
                TarWriter tar = new TarWriter(new GZIPOutputStream(new BufferedOutputStream(out)))) {
            for (Path file : filesBelow(directory)) {
                tar.add(
                        root + "/" + directory.relativize(file).toString().replace('\\', '/'),
                        Files.getLastModifiedTime(file).toInstant(),
                        Files.readAllBytes(file));
            }
        }
    }

    private static List<Path> filesBelow(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void delete(Path path) {
        try (Stream<Path> all = Files.walk(path)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        } catch (IOException e) {
            throw new UsageException("cannot remove " + path + ": " + InputFile.reason(e) + "; remove it by hand");
        }
    }
}
