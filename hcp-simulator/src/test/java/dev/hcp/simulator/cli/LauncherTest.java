package dev.hcp.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
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

/** The launcher script, as a process: what it says, how it stops. The jar it finds leads to the classes under test. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class LauncherTest {
    @TempDir
    private Path module;

    @BeforeEach
    void copyTheScript() throws IOException {
        Files.copy(Path.of("hcp-sim"), module.resolve("hcp-sim"), java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
    }

    @Test
    void without_a_jar_it_says_how_to_build_one() throws Exception {
        Process process = start(List.of("serve"));
        assertThat(errorsOf(process))
                .isEqualTo("hcp-sim: not built yet; run: mvn -B -q -ntp -DskipTests package (in "
                        + module.toRealPath().getParent() + ")\n");
        assertThat(process.waitFor()).isEqualTo(2);
    }

    @Test
    void without_java_it_says_what_is_missing() throws Exception {
        makeJar();
        ProcessBuilder builder = builder(List.of("serve"));
        builder.environment().put("JAVA_HOME", "/nowhere");
        Process process = builder.start();
        assertThat(errorsOf(process))
                .startsWith("hcp-sim: JAVA_HOME is /nowhere")
                .contains("install Java 17 or newer");
        assertThat(process.waitFor()).isEqualTo(2);
    }

    @Test
    void it_serves_until_it_is_told_to_stop() throws Exception {
        makeJar();
        Path kubeconfig = module.resolve("kubeconfig");
        Process process = start(List.of("serve", "--empty", "--kubeconfig", kubeconfig.toString()));
        try {
            BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            assertThat(out.readLine()).matches("ready https://127\\.0\\.0\\.1:\\d+");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kubeconfig)))
                    .isEqualTo("rw-------");
            try (KubernetesClient client = new KubernetesClientBuilder()
                    .withConfig(Config.fromKubeconfig(Files.readString(kubeconfig)))
                    .build()) {
                assertThat(client.namespaces().list().getItems())
                        .extracting(namespace -> namespace.getMetadata().getName())
                        .contains("default", "kube-system");
            }
            process.toHandle().destroy();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
            assertThat(out.readLine())
                    .as("more on standard output than one line")
                    .isNull();
        } finally {
            process.destroyForcibly();
        }
    }

    private Process start(List<String> arguments) throws IOException {
        return builder(arguments).start();
    }

    private ProcessBuilder builder(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(module.resolve("hcp-sim").toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder;
    }

    private static String errorsOf(Process process) throws IOException {
        return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private void makeJar() throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.MAIN_CLASS, HcpSim.class.getName());
        attributes.put(
                Attributes.Name.CLASS_PATH,
                Stream.of(System.getProperty("java.class.path").split(System.getProperty("path.separator")))
                        .map(entry -> Path.of(entry).toUri().toString())
                        .collect(Collectors.joining(" ")));
        Files.createDirectories(module.resolve("target"));
        try (OutputStream out = Files.newOutputStream(module.resolve("target/hcp-simulator-9-cli.jar"));
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            jar.finish();
        }
    }
}
