package dev.hcp.simulator.kubectl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Runs a real kubectl. */
final class Kubectl {
    private static final long PATIENCE_SECONDS = 60;

    private final Path home;
    private final Path kubeconfig;

    /** Skips the calling test where kubectl is not installed. */
    Kubectl(Path home, String kubeconfig) throws IOException {
        Assumptions.assumeTrue(isInstalled(), "kubectl is not on the PATH: its tests are skipped");
        this.home = home;
        this.kubeconfig = home.resolve("kubeconfig-" + Integer.toHexString(kubeconfig.hashCode()));
        Files.writeString(this.kubeconfig, kubeconfig);
    }

    private static boolean isInstalled() {
        return Arrays.stream(System.getenv("PATH").split(System.getProperty("path.separator")))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, "kubectl")));
    }

    /** What kubectl printed on standard output; fails when kubectl does. */
    String run(String... arguments) {
        Result result = attempt("", arguments);
        assertThat(result.exitCode()).as(result.toString()).isZero();
        return result.out();
    }

    /** As {@link #run}, with standard input. */
    String runWith(String input, String... arguments) {
        Result result = attempt(input, arguments);
        assertThat(result.exitCode()).as(result.toString()).isZero();
        return result.out();
    }

    /** Runs kubectl, whatever comes of it. */
    Result attempt(String input, String... arguments) {
        try {
            Path out = Files.createTempFile(home, "out", ".txt");
            Path err = Files.createTempFile(home, "err", ".txt");
            Process process = command(arguments)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            try (var stdin = process.getOutputStream()) {
                stdin.write(input.getBytes(StandardCharsets.UTF_8));
            }
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("kubectl " + List.of(arguments) + " has not ended after " + PATIENCE_SECONDS
                        + " s; it printed: " + Files.readString(out) + Files.readString(err));
            }
            return new Result(List.of(arguments), process.exitValue(), Files.readString(out), Files.readString(err));
        } catch (IOException e) {
            throw new AssertionError("cannot run kubectl", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** Starts a kubectl that goes on until it is closed, such as {@code get --watch}. */
    Following follow(String... arguments) throws IOException {
        return new Following(command(arguments).redirectErrorStream(true).start());
    }

    private ProcessBuilder command(String... arguments) {
        List<String> command = new ArrayList<>(List.of("kubectl", "--kubeconfig", kubeconfig.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("KUBE"));
        builder.environment().put("HOME", home.toString());
        return builder;
    }

    record Result(List<String> arguments, int exitCode, String out, String err) {
        @Override
        public String toString() {
            return "kubectl " + String.join(" ", arguments) + " ended with " + exitCode + "\n" + out + err;
        }
    }

    /** A kubectl that runs. */
    static final class Following implements AutoCloseable {
        private final Process process;
        private final BufferedReader lines;

        private Following(Process process) {
            this.process = process;
            this.lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        }

        /** Reads on until a line matches; what comes before is passed over. */
        String lineMatching(String regex) throws IOException {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.matches(regex)) {
                    return line;
                }
            }
            throw new AssertionError("kubectl ended before it printed a line that matches " + regex);
        }

        @Override
        public void close() {
            process.destroy();
        }
    }
}
