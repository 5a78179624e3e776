package dev.hcp.platforms.kubevirt;

import dev.hcp.api.capi.KubevirtMachine;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.ConditionReasons;
import dev.hcp.api.names.ConditionTypes;
import dev.hcp.api.names.MachineConditionTypes;
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
        List<JsonObject> machines = world.trees(KubevirtMachine.class, controlPlaneNamespace);
        if (machines.isEmpty()) {
            return Optional.empty();
        }
        Map<String, StringBuilder> byReason = new TreeMap<>();
        int count = 0;
        for (JsonObject machine : machines) {
            for (Object item : machine.array("status", "conditions")) {
                if (item instanceof JsonObject condition
                        && MachineConditionTypes.VM_LIVE_MIGRATABLE.equals(condition.text("type"))
                        && "False".equals(condition.text("status"))) {
                    count++;
                    String reason = condition.text("reason") == null ? "" : condition.text("reason");
                    append(
                            byReason.computeIfAbsent(String.valueOf(reason), r -> new StringBuilder()),
                            "Machine " + machine.text("metadata", "name") + ": " + reason + ": "
                                    + condition.text("message") + "\n");
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
