package dev.hcp.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * The reference data that oracle tests compare with: CRDs, recordings and checkers.
 *
 * <p>Found by the system property {@code hcp.shared} or the environment variable {@code HCP_SHARED}. Where it is absent
 * the calling test is skipped with a message, or fails when {@code hcp.shared.required} is true.
 */
public final class Shared {
    private Shared() {}

    /** A file or directory of the reference data; skips (or fails) the test where there is none. */
    public static Path path(String relative) {
        String fromEnvironment = System.getenv("HCP_SHARED");
        Path root = Path.of(
                        fromEnvironment != null ? fromEnvironment : System.getProperty("hcp.shared", "../../shared"))
                .toAbsolutePath()
                .normalize();
        Path path = root.resolve(relative);
        if (Files.exists(path)) {
            return path;
        }
        String message = "reference data not found: " + path + "; set -Dhcp.shared=DIR or HCP_SHARED to run this test";
        if (Boolean.getBoolean("hcp.shared.required")) {
            Assertions.fail(message);
        }
        Assumptions.abort(message);
        throw new AssertionError("unreachable");
    }

    /** The files below a directory of the reference data whose names end as given, sorted. */
    public static List<Path> files(String directory, String suffix) {
        try (Stream<Path> paths = Files.walk(path(directory))) {
            return paths.filter(p -> p.getFileName().toString().endsWith(suffix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
