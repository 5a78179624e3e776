package dev.hcp.simulator.world;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.faults.Fault.NotUpgradeable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the version operator says of a cluster's operators: whether one fails, or objects to the next minor version. */
final class Upgradeability {
    private static final Set<String> NOT_FOR_UPGRADES =
            Set.of("TechPreviewNoUpgrade", "CustomNoUpgrade", "DevPreviewNoUpgrade");

    private static final String OBJECTS = " should not be upgraded between minor versions";

    /** Why a cluster should stay at its minor version. */
    private record Objection(String reason, String message) {}

    private final List<JsonObject> operators;
    private final Optional<JsonObject> featureGates;
    private final Optional<NotUpgradeable> refusal;

    /** @param refusal somebody's wish what the cluster says instead */
    Upgradeability(Objects guest, Optional<NotUpgradeable> refusal) {
        this.refusal = refusal;
        this.operators = guest.list(guest.resource("config.openshift.io/v1", "ClusterOperator"), "");
        this.featureGates = guest.get(guest.resource("config.openshift.io/v1", "FeatureGate"), "", "cluster");
    }

    /** @param updating whether a release that is not the first is under way */
    void report(ConditionList conditions, boolean updating) {
        failing(conditions);
        List<Objection> objections = new ArrayList<>();
        operatorsObject().ifPresent(objections::add);
        if (updating) {
            objections.add(new Objection(
                    "UpdateInProgress",
                    "An update is already in progress and the details are in the Progressing condition"));
        }
        if (refusal.isPresent()) {
            conditions.set(
                    "Upgradeable", false, refusal.get().reason(), refusal.get().message());
        } else if (objections.isEmpty()) {
            conditions.remove("Upgradeable");
        } else if (objections.size() == 1) {
            conditions.set(
                    "Upgradeable",
                    false,
                    objections.get(0).reason(),
                    objections.get(0).message());
        } else {
            List<String> messages = objections.stream().map(Objection::message).toList();
            conditions.set(
                    "Upgradeable",
                    false,
                    "MultipleReasons",
                    "Cluster should not be upgraded between minor versions for multiple reasons: "
                            + String.join(
                                    ",",
                                    objections.stream().map(Objection::reason).toList()) + "\n* "
                            + String.join("\n* ", messages));
        }
    }

    private void failing(ConditionList conditions) {
        for (JsonObject operator : operators) {
            JsonArray theirs = operator.array("status", "conditions");
            String name = Meta.name(operator);
            if (ConditionList.isTrue(theirs, "Degraded")) {
                conditions.set("Failing", true, "ClusterOperatorDegraded", "Cluster operator " + name + " is degraded");
                return;
            }
            if (!operator.array("status", "versions").isEmpty() && !ConditionList.isTrue(theirs, "Available")) {
                conditions.set(
                        "Failing",
                        true,
                        "ClusterOperatorNotAvailable",
                        "Cluster operator " + name + " is not available");
                return;
            }
        }
        conditions.set("Failing", false, null, null);
    }

    private Optional<Objection> operatorsObject() {
        List<String> messages = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        for (JsonObject operator : operators) {
            JsonObject condition = ConditionList.find(operator.array("status", "conditions"), "Upgradeable");
            if ("False".equals(condition.text("status"))) {
                String reason = condition.text("reason");
                reasons.add(reason == null ? "ClusterOperatorNotUpgradeable" : reason);
                messages.add("Cluster operator " + Meta.name(operator) + OBJECTS + ": " + condition.text("message"));
            }
        }
        String set = featureGates.map(gates -> gates.text("spec", "featureSet")).orElse("");
        if (NOT_FOR_UPGRADES.contains(set)) {
            reasons.add("FeatureGates_RestrictedFeatureGates_" + set);
            messages.add("Cluster operator config-operator" + OBJECTS + ": FeatureGatesUpgradeable: \"" + set
                    + "\" does not allow updates");
        }
        return switch (messages.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(new Objection(reasons.get(0), messages.get(0)));
            default ->
                Optional.of(new Objection(
                        "ClusterOperatorsNotUpgradeable",
                        "Multiple cluster operators" + OBJECTS + ":\n* " + String.join("\n* ", messages)));
        };
    }
}
