package dev.hcp.samples.cli;

import dev.hcp.client.HostedClusterResource;
import picocli.CommandLine.Command;

/** {@code hcp restart}. */
@Command
final class RestartCommand extends OnCluster {
    RestartCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        HostedClusterResource cluster = cluster();
        String date = cluster.restart();
        session.streams()
                .out()
                .println("The control plane of HostedCluster " + cluster.name()
                        + " restarts; its pods will carry the restart date " + date);
        return ExitCodes.OK;
    }
}
