package dev.hcp.reconcilers.nodepool;

import dev.hcp.api.capi.MachineSet;
import dev.hcp.api.hypershift.InPlaceUpgrade;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Annotations;
import dev.hcp.api.names.ConditionReasons;
import dev.hcp.api.names.ConditionTypes;
import dev.hcp.reconcilers.Conditions;
import dev.hcp.reconcilers.ObjectKey;
import io.fabric8.kubernetes.api.model.IntOrString;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The MachineSet of a pool whose machines are upgraded in place. The hosted cluster's config operator does the work; the
 * set's annotations are how the two talk.
 */
final class MachineSets {
    private static final Pattern PERCENTAGE = Pattern.compile("[0-9]{1,9}%");

    private MachineSets() {}

    static void reconcile(PoolState state, TemplateObject template, PoolState.Target target) {
        ObjectKey key = new ObjectKey(state.controlPlaneNamespace, state.key.name());
        Optional<JsonObject> live = state.pass.tree(MachineSet.class, key.namespace(), key.name());
        MachineSetTemplate common = new MachineSetTemplate(state, template, target, live);
        Map<String, String> annotations = new TreeMap<>();
        annotations.put(Annotations.NODE_POOL_MAX_UNAVAILABLE, String.valueOf(maxUnavailable(state)));
        annotations.put(Annotations.NODE_POOL_TARGET_CONFIG_VERSION, target.payloadHash());
        String current = live.map(set -> annotation(set, Annotations.NODE_POOL_CURRENT_CONFIG_VERSION))
                .orElse("");
        JsonObject labels = common.selector();
        state.pass.apply(
                MachineSet.class,
                JsonObject.of(
                        "apiVersion",
                        "cluster.x-k8s.io/v1beta1",
                        "kind",
                        "MachineSet",
                        "metadata",
                        common.metadata(annotations),
                        "spec",
                        JsonObject.of(
                                "clusterName",
                                state.infraId(),
                                "replicas",
                                common.replicas(),
                                "selector",
                                JsonObject.of("matchLabels", labels.without("cluster.x-k8s.io/cluster-name")),
                                "template",
                                common.machines(
                                        Machines.nodeLabels(state),
                                        Map.of(Annotations.NODE_POOL_TAINTS, Machines.taints(state))))));
        if (current.isEmpty()) {
            // Written once: from then on it belongs to the upgrader. A set without machines has nothing to upgrade.
            current = target.payloadHash();
            state.pass.patch(
                    MachineSet.class,
                    key,
                    JsonObject.EMPTY.withAt(
                            current, "metadata", "annotations", Annotations.NODE_POOL_CURRENT_CONFIG_VERSION));
        }
        MachineObjects.resume(state, MachineSet.class, key);
        reportProgress(state, live.orElse(JsonObject.EMPTY), target);
        if (current.equals(target.payloadHash())) {
            state.rolledOut(target);
            state.annotate(Annotations.NODE_POOL_PLATFORM_MACHINE_TEMPLATE, template.name());
        }
        common.bubbleUp();
    }

    private static void reportProgress(PoolState state, JsonObject set, PoolState.Target target) {
        String status = "unknown";
        String reason = "";
        if (!annotation(set, Annotations.NODE_POOL_UPGRADE_IN_PROGRESS_TRUE).isEmpty()) {
            status = Conditions.TRUE;
            reason = ConditionReasons.AS_EXPECTED;
        }
        if (!annotation(set, Annotations.NODE_POOL_UPGRADE_IN_PROGRESS_FALSE).isEmpty()) {
            status = Conditions.FALSE;
            reason = "InplaceUpgradeFailed";
        }
        if (!target.configHash().equals(state.annotation(Annotations.NODE_POOL_CURRENT_CONFIG))) {
            state.conditions.set(
                    ConditionTypes.UPDATING_CONFIG, status, reason, "Updating Config, Target: " + target.payloadHash());
        }
        if (!target.version().equals(state.version())) {
            state.conditions.set(
                    ConditionTypes.UPDATING_VERSION,
                    status,
                    reason,
                    "Updating Version, Target: " + target.payloadHash());
        }
    }

    /** How many nodes may be upgraded at a time: at least one. */
    private static int maxUnavailable(PoolState state) {
        InPlaceUpgrade settings = state.management().getInPlace();
        IntOrString limit = settings == null ? null : settings.getMaxUnavailable();
        if (limit == null) {
            return 1;
        }
        if (limit.getIntVal() != null) {
            return Math.max(1, limit.getIntVal());
        }
        String text = limit.getStrVal() == null ? "" : limit.getStrVal();
        if (!PERCENTAGE.matcher(text).matches()) {
            throw new InvalidPoolException("failed to reconcile MachineSet \"" + state.controlPlaneNamespace + "/"
                    + state.key.name()
                    + "\": invalid value for IntOrString: invalid type: string is not a percentage: \"" + text
                    + "\"; write spec.management.inPlace.maxUnavailable as a number or as a percentage such as 10%");
        }
        long replicas = state.spec.getReplicas() == null ? 0 : state.spec.getReplicas();
        long percent = Long.parseLong(text.substring(0, text.length() - 1));
        return (int) Math.max(1, replicas * percent / 100);
    }

    private static String annotation(JsonObject object, String name) {
        String value = object.text("metadata", "annotations", name);
        return value == null ? "" : value;
    }
}
