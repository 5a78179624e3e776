package dev.hcp.reconcilers.nodepool;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.ConditionReasons;
import dev.hcp.api.names.ConditionTypes;
import dev.hcp.api.value.Cidr;
import dev.hcp.platforms.MachineProblems;
import dev.hcp.reconcilers.Conditions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The conditions of a pool that sum up its machines. */
final class MachineConditions {
    private static final int CONFLICT_LIMIT = 256;
    private static final Pattern STEP_COUNTER = Pattern.compile("[0-9]+ of [0-9]+ completed");
    private static final String ALL_IS_WELL = "All is well";

    private MachineConditions() {}

    /** @param machines machines of the pool, oldest first */
    static void report(PoolState state, List<JsonObject> machines) {
        if (machines.isEmpty()) {
            boolean none = Integer.valueOf(0).equals(state.spec.getReplicas());
            String reason = none ? ConditionReasons.AS_EXPECTED : ConditionReasons.NOT_FOUND;
            String message = none ? "NodePool set to no replicas" : "No Machines are created";
            state.conditions.set(ConditionTypes.ALL_MACHINES_READY, false, reason, message);
            state.conditions.set(ConditionTypes.ALL_NODES_HEALTHY, false, reason, message);
            state.conditions.remove(ConditionTypes.CLUSTER_NETWORK_CIDR_CONFLICT);
            return;
        }
        reportReady(state.conditions, machines);
        reportHealthy(state.conditions, machines);
        reportConflicts(state, machines);
    }

    private static void reportReady(Conditions conditions, List<JsonObject> machines) {
        MachineProblems problems = new MachineProblems();
        for (JsonObject machine : machines) {
            Optional<JsonObject> ready = condition(machine, "Ready");
            if (ready.isEmpty() || "True".equals(ready.get().text("status"))) {
                continue;
            }
            Optional<JsonObject> infrastructure = condition(machine, "InfrastructureReady")
                    .filter(c -> !"True".equals(c.text("status")))
                    .filter(c -> !STEP_COUNTER.matcher(text(c.text("message"))).find());
            String reason = text(infrastructure.orElse(ready.get()).text("reason"));
            String detail =
                    infrastructure.map(c -> ": " + text(c.text("message"))).orElse("");
            problems.add(reason, "Machine " + name(machine) + ": " + reason + detail);
        }
        conditions.set(
                ConditionTypes.ALL_MACHINES_READY,
                problems.isEmpty(),
                problems.isEmpty() ? ConditionReasons.AS_EXPECTED : problems.reason(),
                problems.isEmpty() ? ALL_IS_WELL : problems.message(machines.size(), "ready"));
    }

    private static void reportHealthy(Conditions conditions, List<JsonObject> machines) {
        StringBuilder message = new StringBuilder();
        String reason = ConditionReasons.AS_EXPECTED;
        for (JsonObject machine : machines) {
            Optional<JsonObject> healthy =
                    condition(machine, "NodeHealthy").filter(c -> !"True".equals(c.text("status")));
            if (healthy.isPresent()) {
                reason = text(healthy.get().text("reason"));
                message.append("Machine ")
                        .append(name(machine))
                        .append(": ")
                        .append(reason)
                        .append('\n');
            }
        }
        boolean all = message.length() == 0;
        conditions.set(ConditionTypes.ALL_NODES_HEALTHY, all, reason, all ? ALL_IS_WELL : message.toString());
    }

    private static void reportConflicts(PoolState state, List<JsonObject> machines) {
        if (state.clusterSpec.getNetworking() == null
                || state.clusterSpec.getNetworking().getClusterNetwork().isEmpty()) {
            state.conditions.remove(ConditionTypes.CLUSTER_NETWORK_CIDR_CONFLICT);
            return;
        }
        Cidr network = Cidr.of(text(
                state.clusterSpec.getNetworking().getClusterNetwork().get(0).getCidr()));
        Predicate<String> collides = network.isValid() ? network.membership() : address -> false;
        List<String> conflicts = new ArrayList<>();
        for (JsonObject machine : machines) {
            for (Object item : machine.array("status", "addresses")) {
                JsonObject address = item instanceof JsonObject object ? object : JsonObject.EMPTY;
                String type = address.text("type");
                boolean ip = "ExternalIP".equals(type) || "InternalIP".equals(type);
                if (ip && collides.test(text(address.text("address")))) {
                    conflicts.add("machine [" + name(machine) + "] with ip [" + address.text("address")
                            + "] collides with cluster-network cidr [" + network + "]");
                }
            }
        }
        if (!conflicts.isEmpty()) {
            state.conditions.set(
                    ConditionTypes.CLUSTER_NETWORK_CIDR_CONFLICT,
                    true,
                    ConditionReasons.INVALID_CONFIGURATION,
                    joined(conflicts));
        }
    }

    private static String joined(List<String> conflicts) {
        StringBuilder message = new StringBuilder();
        for (String conflict : conflicts) {
            if (message.length() > 0 && message.length() + conflict.length() >= CONFLICT_LIMIT) {
                return message.append(", too many similar errors...").toString();
            }
            message.append(message.length() == 0 ? "" : ", ").append(conflict);
        }
        return message.toString();
    }

    private static Optional<JsonObject> condition(JsonObject machine, String type) {
        for (Object item : machine.array("status", "conditions")) {
            if (item instanceof JsonObject condition && type.equals(condition.text("type"))) {
                return Optional.of(condition);
            }
        }
        return Optional.empty();
    }

    private static String name(JsonObject machine) {
        return text(machine.text("metadata", "name"));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
