package dev.hcp.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the command line refuses: exit code 2 and one line that says why. */
class HcpSimTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void help_names_every_option_and_shows_an_example() {
        assertThat(run("serve", "--help")).isZero();
        assertThat(out.toString())
                .contains(
                        "--port",
                        "--http",
                        "--token",
                        "--speed",
                        "--seed",
                        "--kubeconfig",
                        "--bind",
                        "--empty",
                        "--without-hypershift",
                        "--crds",
                        "--rbac",
                        "--token-auth-file",
                        "--kubeconfig-for",
                        "ready URL",
                        "kubectl --kubeconfig");
        assertThat(run("--help")).isZero();
        assertThat(run("--version")).isZero();
        assertThat(out.toString()).contains("hcp-sim ");
    }

    @Test
    void what_makes_no_sense_is_refused() {
        refused("a command is missing", new String[0]);
        refused("Unmatched argument at index 0: 'dance'", "dance");
        refused("Unknown option: '--fast'", "serve", "--fast");
        refused("'x' is not an int", "serve", "--port", "x");
        refused("between 0 and 65535", "serve", "--port", "70000");
        refused("a number above 0", "serve", "--speed", "0");
        refused("a number above 0", "serve", "--speed", "NaN");
        refused("--token must not be empty", "serve", "--token", "");
        refused("give --empty or --without-hypershift", "serve", "--empty", "--without-hypershift");
    }

    @Test
    void directories_without_definitions_are_refused(@TempDir Path directory) throws IOException {
        refused(
                "cannot read " + directory.resolve("none"),
                "serve",
                "--crds",
                directory.resolve("none").toString());
        refused("no CustomResourceDefinition", "serve", "--crds", directory.toString());
        Files.writeString(directory.resolve("broken.yaml"), "a: [1");
        refused("broken.yaml: it is not YAML", "serve", "--crds", directory.toString());
    }

    @Test
    void definitions_are_found_in_yaml_and_json_files_at_any_depth(@TempDir Path directory) throws IOException {
        Path deep = Files.createDirectories(directory.resolve("a/b"));
        Files.writeString(deep.resolve("two.yml"), definition("first") + "---\n" + definition("second"));
        Files.writeString(
                directory.resolve("one.json"),
                "{\"kind\":\"CustomResourceDefinition\",\"metadata\":{\"name\":\"third\"}}");
        Files.writeString(directory.resolve("other.yaml"), "kind: Namespace\nmetadata: {name: x}\n---\n- a list\n");
        assertThat(DefinitionFiles.read(java.util.List.of(directory)))
                .extracting(definition -> definition.text("metadata", "name"))
                .containsExactly("first", "second", "third");
    }

    @Test
    void a_taken_port_is_refused() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            refused(
                    "cannot listen on 127.0.0.1:" + taken.getLocalPort(),
                    "serve",
                    "--empty",
                    "--port",
                    String.valueOf(taken.getLocalPort()));
        }
    }

    @Test
    void a_kubeconfig_that_cannot_be_written_is_refused(@TempDir Path directory) {
        Path file = directory.resolve("none/kubeconfig");
        refused("cannot write " + file, "serve", "--empty", "--kubeconfig", file.toString());
        refused("it is a directory", "serve", "--empty", "--kubeconfig", directory.toString());
    }

    @Test
    void certificates_need_tls() {
        refused("--kubeconfig-for needs HTTPS", "serve", "--http", "--kubeconfig-for", "file=alice");
    }

    @Test
    void a_token_file_that_cannot_be_read_is_refused(@TempDir Path directory) {
        Path file = directory.resolve("none.csv");
        refused("cannot read " + file, "serve", "--token-auth-file", file.toString());
    }

    @Test
    void only_loopback_addresses_are_this_machines_alone() {
        assertThat(java.util.List.of("127.0.0.1", "127.0.1.1", "::1", "localhost"))
                .allMatch(ServeCommand::isLoopback);
        assertThat(java.util.List.of("0.0.0.0", "::", "10.0.0.1", "example.com"))
                .noneMatch(ServeCommand::isLoopback);
    }

    private void refused(String why, String... arguments) {
        err.getBuffer().setLength(0);
        out.getBuffer().setLength(0);
        assertThat(run(arguments)).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).startsWith("hcp-sim: ").contains(why).hasLineCount(1);
    }

    private int run(String... arguments) {
        CommandLine commandLine = HcpSim.commandLine();
        return commandLine
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private static String definition(String name) {
        return "kind: CustomResourceDefinition\nmetadata: {name: " + name + "}\n";
    }
}
