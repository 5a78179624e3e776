package dev.hcp.samples.cli;

import dev.hcp.client.HostedClusterResource;
import picocli.CommandLine.Command;

/** {@code hcp resume}. */
@Command
final class ResumeCommand extends OnCluster {
    ResumeCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        HostedClusterResource cluster = cluster();
        Printed.result(session, cluster.resume(), "HostedCluster " + cluster.name() + " is reconciled again");
        return ExitCodes.OK;
    }
}
