package dev.hcp.samples.cli;

import dev.hcp.client.SupportedVersions;
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

    @Option(names = "--namespace", paramLabel = "NAME", description = "Namespace of the operator. Default: hypershift.")
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
        session.streams().out().println("Client Version: hcp " + own + ". Latest supported OCP: " + LATEST);
        if (!clientOnly) {
            SupportedVersions server = session.hcp().supportedVersions(namespace);
            session.streams().out().println("Server Version: " + server.operator());
            session.streams().out().println("Server Supports OCP Versions: " + String.join(", ", server.versions()));
        }
        return ExitCodes.OK;
    }
}
