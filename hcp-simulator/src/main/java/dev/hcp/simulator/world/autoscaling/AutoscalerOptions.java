package dev.hcp.simulator.world.autoscaling;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.value.GoDuration;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the command line of a cluster autoscaler says, with the autoscaler's own defaults.
 *
 * @param maxNodesTotal how many nodes the cluster may have; 0 for any number
 * @param maxGracefulTermination how long pods get to leave a node
 * @param maxNodeProvisionTime how long a machine may take to become a node
 * @param priorityCutoff pods of a lower priority neither make it add nodes nor keep it from removing them
 * @param expanders how it chooses among groups, in order
 */
record AutoscalerOptions(
        int maxNodesTotal,
        Duration maxGracefulTermination,
        Duration maxNodeProvisionTime,
        long priorityCutoff,
        List<String> expanders) {
    static AutoscalerOptions of(JsonObject deployment) {
        Map<String, String> arguments = new HashMap<>();
        for (Object item : deployment.array("spec", "template", "spec", "containers")) {
            if (item instanceof JsonObject container) {
                for (Object argument : container.array("args")) {
                    String text = String.valueOf(argument);
                    int equals = text.indexOf('=');
                    if (equals > 0) {
                        arguments.put(text.substring(0, equals), text.substring(equals + 1));
                    }
                }
            }
        }
        return new AutoscalerOptions(
                Integer.parseInt(arguments.getOrDefault("--max-nodes-total", "0")),
                Duration.ofSeconds(Long.parseLong(arguments.getOrDefault("--max-graceful-termination-sec", "600"))),
                GoDuration.of(arguments.getOrDefault("--max-node-provision-time", "15m"))
                        .parsed()
                        .orElse(Duration.ofMinutes(15)),
                Long.parseLong(arguments.getOrDefault("--expendable-pods-priority-cutoff", "-10")),
                List.of(arguments.getOrDefault("--expander", "random").split(",")));
    }
}
