package dev.hcp.reconcilers.nodepool;

import dev.hcp.api.capi.MachineDeployment;
import dev.hcp.api.hypershift.ReplaceUpgrade;
import dev.hcp.api.hypershift.RollingUpdate;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Annotations;
import dev.hcp.reconcilers.ObjectKey;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The MachineDeployment of a pool whose machines are replaced. */
final class MachineDeployments {
    private MachineDeployments() {}

    static void reconcile(PoolState state, TemplateObject template, PoolState.Target target) {
        ObjectKey key = new ObjectKey(state.controlPlaneNamespace, state.key.name());
        Optional<JsonObject> live = state.pass.tree(MachineDeployment.class, key.namespace(), key.name());
        MachineSetTemplate common = new MachineSetTemplate(state, template, target, live);
        boolean rolls = common.newUserData() || common.newMachineTemplate();
        JsonObject spec = JsonObject.builder(9)
                .put("clusterName", state.infraId())
                .put("minReadySeconds", 0)
                .put("progressDeadlineSeconds", 600)
                .put("revisionHistoryLimit", 1)
                .put("replicas", common.replicas())
                .put("selector", JsonObject.of("matchLabels", common.selector()))
                .put("strategy", strategy(state.management().getReplace()))
                .put("template", common.machines(Map.of(), Map.of()))
                .build();
        state.pass.apply(
                MachineDeployment.class,
                JsonObject.of(
                        "apiVersion",
                        "cluster.x-k8s.io/v1beta1",
                        "kind",
                        "MachineDeployment",
                        "metadata",
                        common.metadata(Map.of()),
                        "spec",
                        spec));
        MachineObjects.resume(state, MachineDeployment.class, key);
        if (rolls || live.isEmpty()) {
            // Only the next pass can tell by the generation whether the deployment has seen this.
            return;
        }
        if (isComplete(live.get())) {
            state.rolledOut(target);
            state.annotate(Annotations.NODE_POOL_PLATFORM_MACHINE_TEMPLATE, template.name());
        }
        common.bubbleUp();
    }

    private static JsonObject strategy(@Nullable ReplaceUpgrade replace) {
        JsonObject.Builder strategy = JsonObject.builder(2);
        if (replace != null && replace.getStrategy() != null) {
            strategy.put("type", replace.getStrategy().value());
        }
        RollingUpdate limits = replace == null ? null : replace.getRollingUpdate();
        if (limits != null) {
            strategy.put("rollingUpdate", Json.toTree(limits));
        }
        return strategy.build();
    }

    /** By the replicas it was told before: a change of them in this pass does not undo what its machines already run. */
    private static boolean isComplete(JsonObject deployment) {
        long replicas = deployment.integer(0, "spec", "replicas");
        JsonObject status = deployment.object("status");
        return status.integer(0, "updatedReplicas") == replicas
                && status.integer(0, "replicas") == replicas
                && status.integer(0, "availableReplicas") == replicas
                && status.integer(0, "observedGeneration") >= deployment.integer(0, "metadata", "generation");
    }
}
