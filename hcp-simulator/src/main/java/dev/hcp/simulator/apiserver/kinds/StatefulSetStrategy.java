package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.kinds.Trees.editItems;
import static dev.hcp.simulator.apiserver.kinds.Trees.fill;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import java.util.List;

/** Stateful sets. The reference does not look into their pod specs, whose mounts may be of claims yet to be made. */
final class StatefulSetStrategy extends Workload {
    private static final List<String> CHANGEABLE = List.of(
            "replicas",
            "ordinals",
            "template",
            "updateStrategy",
            "persistentVolumeClaimRetentionPolicy",
            "minReadySeconds");

    StatefulSetStrategy() {
        super("StatefulSet");
    }

    @Override
    JsonObject specDefaults(JsonObject spec) {
        JsonObject result = fill(spec, 1L, "replicas");
        result = fill(result, "OrderedReady", "podManagementPolicy");
        result = fill(result, "RollingUpdate", "updateStrategy", "type");
        if ("RollingUpdate".equals(result.text("updateStrategy", "type"))) {
            result = fill(result, 0L, "updateStrategy", "rollingUpdate", "partition");
        }
        result = fill(result, 10L, "revisionHistoryLimit");
        result = fill(result, "Retain", "persistentVolumeClaimRetentionPolicy", "whenDeleted");
        result = fill(result, "Retain", "persistentVolumeClaimRetentionPolicy", "whenScaled");
        return editItems(result, "volumeClaimTemplates", claim -> {
            JsonObject filled = fill(claim, "v1", "apiVersion");
            filled = fill(filled, "PersistentVolumeClaim", "kind");
            filled = fill(filled, "Filesystem", "spec", "volumeMode");
            return fill(filled, "Pending", "status", "phase");
        });
    }

    @Override
    public void validate(JsonObject object, List<FieldError> errors) {
        JsonObject spec = object.object("spec");
        String management = Trees.text(spec, "podManagementPolicy");
        if (!List.of("OrderedReady", "Parallel").contains(management)) {
            errors.add(
                    FieldError.invalid("spec.podManagementPolicy", management, "must be 'OrderedReady' or 'Parallel'"));
        }
        checkUpdateStrategy(spec.object("updateStrategy"), errors);
        for (String part : List.of("whenDeleted", "whenScaled")) {
            String policy = Trees.text(spec, "persistentVolumeClaimRetentionPolicy", part);
            if (!List.of("Retain", "Delete").contains(policy)) {
                errors.add(FieldError.notSupported(
                        "spec.persistentVolumeClaimRetentionPolicy." + part, policy, List.of("Delete", "Retain")));
            }
        }
        FieldChecks.notNegative(spec, "replicas", "spec", errors);
        FieldChecks.notNegative(spec, "minReadySeconds", "spec", errors);
        FieldChecks.notNegative(spec.object("ordinals"), "start", "spec.ordinals", errors);
        checkSelector(spec, "statefulset", errors);
        checkSelects(spec, errors);
        JsonObject meta = spec.object("template", "metadata");
        LabelChecks.labels(meta.object("labels"), "spec.template.labels", errors);
        LabelChecks.annotations(meta.object("annotations"), "spec.template.annotations", errors);
        checkRunsForever(spec, errors);
    }

    private static void checkUpdateStrategy(JsonObject strategy, List<FieldError> errors) {
        String type = Trees.text(strategy, "type");
        String field = "spec.updateStrategy";
        if (!type.equals("RollingUpdate") && !type.equals("OnDelete")) {
            errors.add(FieldError.invalid(field, type, "must be 'RollingUpdate' or 'OnDelete'"));
        }
        JsonObject update = strategy.object("rollingUpdate");
        FieldChecks.notNegative(update, "partition", field + ".rollingUpdate", errors);
        FieldChecks.countOrPercent(update.get("maxUnavailable"), field + ".rollingUpdate.maxUnavailable", errors);
    }

    @Override
    public void validateUpdate(JsonObject object, JsonObject old, List<FieldError> errors) {
        validate(object, errors);
        JsonObject now = object.object("spec");
        JsonObject before = old.object("spec");
        for (String field : CHANGEABLE) {
            now = now.without(field);
            before = before.without(field);
        }
        if (!now.equals(before)) {
            errors.add(FieldError.forbidden(
                    "spec",
                    "updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template', "
                            + "'updateStrategy', 'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are "
                            + "forbidden"));
        }
    }
}
