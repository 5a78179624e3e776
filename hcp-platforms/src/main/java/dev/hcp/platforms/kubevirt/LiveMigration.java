package dev.hcp.platforms.kubevirt;

import dev.hcp.api.capi.KubevirtMachine;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.ConditionReasons;
import dev.hcp.api.names.ConditionTypes;
import dev.hcp.api.names.MachineConditionTypes;
import dev.hcp.platforms.MachineProblems;
import dev.hcp.platforms.NodePoolPreparation.Finding;
import dev.hcp.platforms.World;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether the virtual machines of a cluster can move between nodes of the infrastructure. */
final class LiveMigration {
    private LiveMigration() {}

    /** The finding for every pool of a cluster: as in the reference, machines of all its pools count. */
    static Optional<Finding> finding(World world, String controlPlaneNamespace) {
        List<JsonObject> machines = world.trees(KubevirtMachine.class, controlPlaneNamespace);
        if (machines.isEmpty()) {
            return Optional.empty();
        }
        MachineProblems problems = new MachineProblems();
        for (JsonObject machine : machines) {
            for (Object item : machine.array("status", "conditions")) {
                if (item instanceof JsonObject condition
                        && MachineConditionTypes.VM_LIVE_MIGRATABLE.equals(condition.text("type"))
                        && "False".equals(condition.text("status"))) {
                    String reason = text(condition.text("reason"));
                    problems.add(
                            reason,
                            "Machine " + text(machine.text("metadata", "name")) + ": " + reason + ": "
                                    + text(condition.text("message")));
                }
            }
        }
        return Optional.of(new Finding(
                ConditionTypes.KUBEVIRT_NODES_LIVE_MIGRATABLE,
                problems.isEmpty(),
                problems.isEmpty() ? ConditionReasons.AS_EXPECTED : problems.reason(),
                problems.isEmpty() ? "All is well" : problems.message(machines.size(), "live migratable")));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
