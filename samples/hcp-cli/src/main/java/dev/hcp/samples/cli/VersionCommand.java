package dev.hcp.samples.cli;

import dev.hcp.client.SupportedVersions;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hcp version}. */
@Command
final class VersionCommand implements Callable<Integer> {
    /** Newest release of OpenShift that this program knows the options of. */
    private static final String LATEST = "4.17.0";

    private final Session session;

    @Option(
            names = "--commit-only",
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "true|false",
            description = "Print the version of this program and nothing else.")
    private boolean commitOnly;

    @Option(
            names = "--client-only",
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "true|false",
            description = "Do not ask the management cluster.")
    private boolean clientOnly;

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NAME",
            description = "Namespace of the operator. Default: hypershift.")
    private String namespace = "hypershift";

    VersionCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        String version = VersionCommand.class.getPackage().getImplementationVersion();
        String own = version == null ? "(not packaged)" : version;
        if (commitOnly) {
            session.streams().out().println(own);
            return ExitCodes.OK;
        }
        Versions versions = new Versions(
                own,
                LATEST,
                clientOnly ? Optional.empty() : Optional.of(session.hcp().supportedVersions(namespace)));
        Printed.result(session, versions);
        return ExitCodes.OK;
    }

    /** Versions of the program and of what it talks to. */
    record Versions(String client, String latestSupported, Optional<SupportedVersions> server) {
        @Override
        public String toString() {
            String own = "Client Version: hcp " + client + ". Latest supported OCP: " + latestSupported;
            return server.map(operator -> own + "\nServer Version: " + operator.operator()
                            + "\nServer Supports OCP Versions: " + String.join(", ", operator.versions()))
                    .orElse(own);
        }
    }
}
