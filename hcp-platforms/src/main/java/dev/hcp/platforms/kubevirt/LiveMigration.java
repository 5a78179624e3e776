package dev.hcp.platforms.kubevirt;

import dev.hcp.api.capi.CapiCondition;
import dev.hcp.api.capi.KubevirtMachine;
import dev.hcp.api.names.ConditionReasons;
import dev.hcp.api.names.ConditionTypes;
import dev.hcp.platforms.NodePoolPreparation.Finding;
import dev.hcp.platforms.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Whether the virtual machines of a cluster can move between nodes of the infrastructure. */
final class LiveMigration {
    private static final int LIMIT = 1000;

    private LiveMigration() {}

    /** The finding for every pool of a cluster: as in the reference, machines of all its pools count. */
    static Optional<Finding> finding(World world, String controlPlaneNamespace) {
        List<KubevirtMachine> machines = world.list(KubevirtMachine.class, controlPlaneNamespace);
        if (machines.isEmpty()) {
            return Optional.empty();
        }
        Map<String, StringBuilder> byReason = new TreeMap<>();
        int count = 0;
        for (KubevirtMachine machine : machines) {
            if (machine.getStatus() == null) {
                continue;
            }
            for (CapiCondition condition : machine.getStatus().getConditions()) {
                if ("VMLiveMigratable".equals(condition.getType()) && "False".equals(condition.getStatus())) {
                    count++;
                    String reason = condition.getReason() == null ? "" : condition.getReason();
                    append(
                            byReason.computeIfAbsent(reason, r -> new StringBuilder()),
                            "Machine " + machine.getMetadata().getName() + ": " + reason + ": " + condition.getMessage()
                                    + "\n");
                }
            }
        }
        if (count == 0) {
            return Optional.of(new Finding(
                    ConditionTypes.KUBEVIRT_NODES_LIVE_MIGRATABLE, true, ConditionReasons.AS_EXPECTED, "All is well"));
        }
        StringBuilder message =
                new StringBuilder(count + " of " + machines.size() + " machines are not live migratable\n");
        byReason.values().forEach(message::append);
        return Optional.of(new Finding(
                ConditionTypes.KUBEVIRT_NODES_LIVE_MIGRATABLE,
                false,
                String.join(",", byReason.keySet()),
                message.toString()));
    }

    private static void append(StringBuilder block, String line) {
        String end = "... too many similar errors\n";
        if (block.length() + line.length() <= LIMIT) {
            block.append(line);
        } else if (!block.toString().endsWith(end)) {
            block.append(end);
        }
    }
}
