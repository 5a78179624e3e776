package dev.hcp.samples.cli;

import dev.hcp.client.CreateCluster;
import dev.hcp.client.HostedClusterResource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What creating a cluster is like on every platform: render it, or create it and wait for it. */
abstract class CreateClusterCommand<B extends CreateCluster<B>> implements Callable<Integer> {
    /** As good as for ever. */
    private static final Duration FOREVER = Duration.ofDays(3650);

    final Session session;

    @Mixin
    final ClusterFlags flags = new ClusterFlags();

    @Option(
            names = "--render",
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "true|false",
            description = "Print the objects as YAML instead of creating them, without Secrets.")
    private boolean render;

    @Option(
            names = "--render-into",
            paramLabel = "FILE",
            description = "Write the objects as YAML into this file instead of creating them.")
    private @Nullable Path renderInto;

    @Option(
            names = "--render-sensitive",
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "true|false",
            description = "With --render: print Secrets, too.")
    private boolean renderSensitive;

    @Option(names = "--diff", description = "Print what would be created and changed, and change nothing.")
    private boolean diff;

    @Option(
            names = "--wait",
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "true|false",
            description = "Wait until the cluster is complete; needs nodes.")
    private boolean wait;

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            converter = GoDurationConverter.class,
            description = "How long to wait, such as 45m. Default: 0s, as long as it takes.")
    private Duration timeout = Duration.ZERO;

    CreateClusterCommand(Session session) {
        this.session = session;
    }

    /** A builder for the platform with what the platform's own flags say. */
    abstract B builder(String namespace, String name);

    /** Whether there is no cluster without a pull secret even to be rendered. */
    boolean needsPullSecret() {
        return true;
    }

    @Override
    public final Integer call() {
        if (wait && flags.nodePoolReplicas < 1) {
            throw new UsageException("--wait needs nodes to wait for: give --node-pool-replicas, 1 or more");
        }
        if (needsPullSecret() && flags.pullSecret == null) {
            throw new UsageException("--pull-secret is required");
        }
        B cluster = builder(flags.namespace, flags.name);
        flags.applyTo(cluster);
        if (render || renderInto != null) {
            return render(cluster);
        }
        if (diff) {
            cluster.diff().forEach(change -> session.streams().out().println(change));
            return ExitCodes.OK;
        }
        HostedClusterResource created =
                cluster.apply(what -> session.streams().err().println(what + " applied"));
        if (wait) {
            Rollout.await(created, timeout.isZero() ? FOREVER : timeout, session);
        }
        Printed.result(session, created.get(), created + (wait ? " is complete" : " was created"));
        return ExitCodes.OK;
    }

    private int render(B cluster) {
        String yaml = renderSensitive ? cluster.renderSensitive() : cluster.render();
        if (renderInto == null) {
            session.streams().out().print(yaml);
        } else {
            OutputFile.write("--render-into", renderInto, yaml, renderSensitive);
        }
        return ExitCodes.OK;
    }
}
