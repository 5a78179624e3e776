package dev.hcp.samples.cli;

import dev.hcp.client.CreateAgentNodePool;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hcp create nodepool agent}. */
@Command
final class CreateNodePoolAgent extends CreateNodePoolCommand<CreateAgentNodePool> {
    @Option(
            names = "--agentLabelSelector",
            paramLabel = "SELECTOR",
            description = "Which agents become nodes, such as size=large,zone in (a,b). Default: any.")
    private String agentLabelSelector = "";

    CreateNodePoolAgent(Session session) {
        super(session);
    }

    @Override
    CreateAgentNodePool builder(String namespace, String name) {
        return session.hcp().agentNodePool(namespace, name).agentLabelSelector(agentLabelSelector);
    }
}
