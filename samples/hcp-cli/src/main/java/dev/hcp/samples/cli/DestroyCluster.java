package dev.hcp.samples.cli;

import dev.hcp.client.HostedClusterResource;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hcp destroy cluster}, which differs by platform only in what a cluster is taken to be. */
@Command
class DestroyCluster implements Callable<Integer> {
    private final Session session;
    private final String platform;

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NAME",
            description = "Namespace of the cluster. Default: clusters.")
    private String namespace = "clusters";

    @Option(names = "--name", paramLabel = "NAME", required = true, description = "Name of the cluster.")
    private String name = "";

    @Option(
            names = "--cluster-grace-period",
            paramLabel = "DURATION",
            converter = GoDurationConverter.class,
            description = "How long to wait for the cluster to go. Default: 10m.")
    private Duration gracePeriod = Duration.ofMinutes(10);

    @Option(
            names = "--infra-id",
            paramLabel = "ID",
            description = "Identifier of what belongs to the cluster; needed only when the cluster is gone already.")
    private String infraId = "";

    @Option(
            names = "--destroy-cloud-resources",
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "true|false",
            description = "Whether volumes, load balancers and images that the cluster made go, too. Default: true.")
    private boolean destroyCloudResources = true;

    DestroyCluster(Session session, String platform) {
        this.session = session;
        this.platform = platform;
    }

    static DestroyCluster agent(Session session) {
        return new DestroyCluster(session, "Agent");
    }

    static DestroyCluster aws(Session session) {
        return new DestroyAwsCluster(session);
    }

    static DestroyCluster kubeVirt(Session session) {
        return new DestroyCluster(session, "KubeVirt");
    }

    static DestroyCluster none(Session session) {
        return new DestroyCluster(session, "None");
    }

    @Override
    public Integer call() {
        HostedClusterResource cluster = session.hcp().hostedCluster(namespace, name);
        checkPlatform(cluster);
        try (Progress progress = session.progress(name, 1)) {
            progress.at(0, "waiting for " + cluster + " to go");
            cluster.destroy()
                    .gracePeriod(gracePeriod)
                    .infraId(infraId)
                    .destroyCloudResources(destroyCloudResources)
                    .run();
        }
        session.streams().out().println(cluster + " is gone");
        return ExitCodes.OK;
    }

    /** Whoever mixes up platforms may be about to destroy another cluster than they think. */
    private void checkPlatform(HostedClusterResource cluster) {
        Optional<String> actual = cluster.find()
                .map(found -> found.getSpec() == null ? null : found.getSpec().getPlatform())
                .map(found -> found.getType() == null ? "" : found.getType().value());
        if (actual.isPresent() && !actual.get().equals(platform)) {
            throw new UsageException(cluster + " is on platform " + actual.get() + ": call 'hcp destroy cluster "
                    + actual.get().toLowerCase(Locale.ROOT) + "'");
        }
    }
}
