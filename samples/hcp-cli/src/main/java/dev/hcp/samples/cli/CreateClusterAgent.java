package dev.hcp.samples.cli;

import dev.hcp.client.CreateAgentCluster;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hcp create cluster agent}. */
@Command
final class CreateClusterAgent extends CreateClusterCommand<CreateAgentCluster> {
    @Option(
            names = "--api-server-address",
            paramLabel = "ADDRESS",
            description = "Where node ports are reached. Default: an address of the first management node.")
    private String apiServerAddress = "";

    @Option(names = "--agent-namespace", paramLabel = "NAME", required = true, description = "Namespace of the agents.")
    private String agentNamespace = "";

    @Option(
            names = "--agentLabelSelector",
            paramLabel = "SELECTOR",
            description = "Which agents become nodes, such as size=large,zone in (a,b). Default: any.")
    private String agentLabelSelector = "";

    CreateClusterAgent(Session session) {
        super(session);
    }

    @Override
    CreateAgentCluster builder(String namespace, String name) {
        CreateAgentCluster cluster = session.hcp()
                .agentCluster(namespace, name)
                .apiServerAddress(apiServerAddress)
                .agentNamespace(agentNamespace)
                .agentLabelSelector(agentLabelSelector);
        return flags.defaultDual ? cluster.defaultDual() : cluster;
    }
}
