package dev.hcp.samples.cli;

import dev.hcp.client.HostedClusterResource;
import dev.hcp.client.NodePoolResource;
import picocli.CommandLine.Command;

/** {@code hcp resume}. */
@Command(footer = {"", "Examples:", "  hcp resume demo", "  hcp resume nodepool demo-extra"})
final class ResumeCommand extends OnClusterOrNodePool {
    ResumeCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        change(HostedClusterResource::resume, NodePoolResource::resume, "is reconciled again");
        return ExitCodes.OK;
    }
}
