package dev.hcp.simulator.apiserver.kinds;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.simulator.apiserver.catalogue.Strategy;
import java.util.List;

/** Pods: defaults of the spec and of what admission adds, and a spec that hardly changes. */
final class PodStrategy implements Strategy {
    private static final List<String> EVICTED_AFTER_FIVE_MINUTES =
            List.of("node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable");

    @Override
    public JsonObject defaults(JsonObject object) {
        return Trees.edit(object, "spec", spec -> {
            JsonObject result = PodDefaults.spec(spec);
            result = Trees.fill(result, true, "enableServiceLinks");
            return Trees.editItems(result, "containers", PodStrategy::requestsFromLimits);
        });
    }

    private static JsonObject requestsFromLimits(JsonObject container) {
        JsonObject result = container;
        JsonObject limits = container.object("resources", "limits");
        for (int i = 0; i < limits.size(); i++) {
            result = Trees.fill(result, limits.valueAt(i), "resources", "requests", limits.keyAt(i));
        }
        return result;
    }

    @Override
    public JsonObject prepareForCreate(JsonObject object, Allocator allocator) {
        JsonObject result = Trees.edit(object, "spec", spec -> {
            JsonObject filled = Trees.fill(spec, 0L, "priority");
            filled = Trees.fill(filled, "PreemptLowerPriority", "preemptionPolicy");
            JsonArray tolerations = filled.array("tolerations");
            for (String taint : EVICTED_AFTER_FIVE_MINUTES) {
                if (!tolerates(tolerations, taint)) {
                    tolerations = append(
                            tolerations,
                            JsonObject.of(
                                    "key",
                                    taint,
                                    "operator",
                                    "Exists",
                                    "effect",
                                    "NoExecute",
                                    "tolerationSeconds",
                                    300L));
                }
            }
            return filled.with("tolerations", tolerations);
        });
        return result.with(
                "status", JsonObject.of("phase", "Pending", "qosClass", PodDefaults.qosClass(result.object("spec"))));
    }

    private static boolean tolerates(JsonArray tolerations, String taint) {
        for (int i = 0; i < tolerations.size(); i++) {
            String key = Trees.text(tolerations.object(i), "key");
            String effect = Trees.text(tolerations.object(i), "effect");
            boolean all = key.isEmpty() && "Exists".equals(tolerations.object(i).text("operator"));
            if ((key.equals(taint) || all) && (effect.isEmpty() || effect.equals("NoExecute"))) {
                return true;
            }
        }
        return false;
    }

    static JsonArray append(JsonArray array, Object item) {
        Object[] items = java.util.Arrays.copyOf(array.toArray(), array.size() + 1);
        items[array.size()] = item;
        return JsonArray.of(items);
    }

    @Override
    public void validate(JsonObject object, List<FieldError> errors) {
        WorkloadStrategies.checkContainers(object.object("spec"), "spec", errors);
    }

    @Override
    public void validateUpdate(JsonObject object, JsonObject old, List<FieldError> errors) {
        if (!comparable(object.object("spec")).equals(comparable(old.object("spec")))) {
            errors.add(FieldError.forbidden(
                    "spec",
                    "pod updates may not change fields other than `spec.containers[*].image`,"
                            + "`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,`spec.tolerations` "
                            + "(only additions to existing tolerations),`spec.terminationGracePeriodSeconds` "
                            + "(allow it to be set to 1 if it was previously negative)"));
        }
    }

    /** A pod spec without what may change: images, deadline, tolerations, and the node that binding sets. */
    private static JsonObject comparable(JsonObject spec) {
        JsonObject result = spec.without("activeDeadlineSeconds")
                .without("tolerations")
                .without("nodeName")
                .without("schedulingGates")
                .without("ephemeralContainers");
        result = Trees.editItems(result, "containers", container -> container.without("image"));
        return Trees.editItems(result, "initContainers", container -> container.without("image"));
    }
}
