package dev.hcp.samples.cli;

import dev.hcp.client.NodePoolResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hcp autoscale nodepool}. */
@Command(
        footer = {
            "",
            "Examples:",
            "  hcp autoscale nodepool demo --min 2 --max 5",
            "  hcp autoscale nodepool demo --off --replicas 3"
        })
final class AutoscaleNodePool extends OnNodePool {
    @Option(names = "--min", paramLabel = "N", description = "The fewest nodes, 1 or more.")
    private @Nullable Integer minimum;

    @Option(names = "--max", paramLabel = "N", description = "The most nodes.")
    private @Nullable Integer maximum;

    @Option(names = "--off", description = "End automatic scaling; needs --replicas.")
    private boolean off;

    @Option(names = "--replicas", paramLabel = "N", description = "With --off: how many nodes from now on.")
    private @Nullable Integer replicas;

    AutoscaleNodePool(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        NodePoolResource pool = pool();
        HasMetadata changed;
        String result;
        if (off && replicas != null && minimum == null && maximum == null) {
            changed = pool.stopAutoscaling(replicas);
            result = "does not scale itself any more and shall have " + ScaleNodePool.nodes(replicas);
        } else if (!off && replicas == null && minimum != null && maximum != null) {
            changed = pool.autoscale(minimum, maximum);
            result = "scales itself between " + minimum + " and " + ScaleNodePool.nodes(maximum);
        } else {
            throw new UsageException("give either --min and --max, or --off and --replicas");
        }
        Printed.result(session, changed, "NodePool " + pool.name() + " " + result);
        return ExitCodes.OK;
    }
}
