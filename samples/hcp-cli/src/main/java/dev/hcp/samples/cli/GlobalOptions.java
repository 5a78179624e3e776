package dev.hcp.samples.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** Options that every command has, before or after its own. */
@Command(name = "hcp")
final class GlobalOptions implements Callable<Integer> {
    /** How results are printed. */
    enum Output {
        TABLE,
        YAML,
        JSON
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Print this help and stop.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean help;

    @Option(
            names = "--kubeconfig",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "How to reach the management cluster. Default: KUBECONFIG, else ~/.kube/config.")
    @Nullable
    Path kubeconfig;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            scope = ScopeType.INHERIT,
            description = "How to print results: table, yaml or json. Default: table.")
    Output output = Output.TABLE;

    @Option(
            names = "--simulate",
            scope = ScopeType.INHERIT,
            description = "Run against a simulated management cluster that is thrown away afterwards.")
    boolean simulate;

    @Option(
            names = "--simulate-with",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "Objects that the simulated management cluster has, in YAML; may be repeated.")
    List<Path> simulateWith = List.of();

    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description = "Print stack traces of failures that should not happen.")
    boolean verbose;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return ExitCodes.FAILED;
    }
}
