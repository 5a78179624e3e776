package dev.hcp.samples.cli;

import dev.hcp.client.HostedClusterResource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A command about one hosted cluster. */
abstract class OnCluster implements Callable<Integer> {
    final Session session;

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NAMESPACE",
            description = "Namespace of the cluster. Default: clusters.")
    private String namespace = "clusters";

    @Parameters(paramLabel = "NAME", description = "Name of the cluster.")
    private String name = "";

    OnCluster(Session session) {
        this.session = session;
    }

    HostedClusterResource cluster() {
        return session.hcp().hostedCluster(namespace, name);
    }
}
