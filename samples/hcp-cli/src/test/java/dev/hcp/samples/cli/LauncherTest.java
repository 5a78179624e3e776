package dev.hcp.samples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher script, as a process. The jar it finds leads to the classes under test. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class LauncherTest {
    @TempDir
    private Path module;

    private record Ended(int code, String out, String err) {}

    @BeforeEach
    void copyTheScript() throws IOException {
        Files.copy(Path.of("hcp"), module.resolve("hcp"), StandardCopyOption.COPY_ATTRIBUTES);
    }

    @Test
    void without_a_jar_it_says_how_to_build_one() throws Exception {
        Ended ended = run(System.getProperty("java.home"), "version");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).startsWith("hcp: not built yet; run: mvn ");
    }

    @Test
    void without_java_it_says_what_is_missing() throws Exception {
        makeJar();

        Ended ended = run("/nowhere", "version");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).startsWith("hcp: JAVA_HOME is /nowhere").contains("install Java 17 or newer");
    }

    @Test
    void arguments_and_exit_codes_go_through_and_nothing_is_said_of_a_missing_archive_of_classes() throws Exception {
        makeJar();

        Ended version = run(System.getProperty("java.home"), "version", "--client-only");
        assertThat(version.code()).isZero();
        assertThat(version.out()).startsWith("Client Version: hcp ").hasLineCount(1);
        assertThat(version.err()).isEmpty();

        Ended refused = run(System.getProperty("java.home"), "version", "a b");
        assertThat(refused.code()).isEqualTo(ExitCodes.USAGE);
        assertThat(refused.err()).contains("'a b'");
    }

    private Ended run(String javaHome, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(module.resolve("hcp").toString()));
        command.addAll(List.of(arguments));
        Path out = module.resolve("out");
        Path err = module.resolve("err");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().put("JAVA_HOME", javaHome);
        int code = builder.start().waitFor();
        return new Ended(
                code, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
    }

    private void makeJar() throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.MAIN_CLASS, Hcp.class.getName());
        attributes.put(
                Attributes.Name.CLASS_PATH,
                Stream.of(System.getProperty("java.class.path").split(System.getProperty("path.separator")))
                        .map(entry -> Path.of(entry).toUri().toString())
                        .collect(Collectors.joining(" ")));
        Files.createDirectories(module.resolve("target"));
        try (OutputStream out = Files.newOutputStream(module.resolve("target/hcp-cli.jar"));
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            jar.finish();
        }
    }
}
