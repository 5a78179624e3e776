package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.kinds.Trees.edit;
import static dev.hcp.simulator.apiserver.kinds.Trees.editItems;
import static dev.hcp.simulator.apiserver.kinds.Trees.fill;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.api.validation.schema.GoSyntax;
import dev.hcp.simulator.apiserver.catalogue.Strategy;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The workload kinds of the apps group. */
final class WorkloadStrategies {
    private WorkloadStrategies() {}

    /** What the four have in common: a pod template, a selector that fits it, and generations of the spec. */
    private abstract static class Workload implements Strategy {
        @Override
        public final JsonObject defaults(JsonObject object) {
            JsonObject result =
                    edit(object, "spec", spec -> specDefaults(edit(spec, "template", PodDefaults::template)));
            return defaultsOfObject(result);
        }

        abstract JsonObject specDefaults(JsonObject spec);

        JsonObject defaultsOfObject(JsonObject object) {
            return object;
        }

        @Override
        public boolean changesGeneration(JsonObject object, JsonObject old) {
            return !Objects.equals(object.get("spec"), old.get("spec"));
        }

        @Override
        public void validate(JsonObject object, List<FieldError> errors) {
            JsonObject spec = object.object("spec");
            long replicas = spec.integer(0, "replicas");
            if (replicas < 0) {
                errors.add(FieldError.invalid("spec.replicas", replicas, "must be greater than or equal to 0"));
            }
            if (!(spec.get("selector") instanceof JsonObject selector)) {
                errors.add(FieldError.required("spec.selector", ""));
                checkSelects(JsonObject.EMPTY, spec, errors);
            } else if (selector.isEmpty()) {
                errors.add(FieldError.invalidLiteral(
                        "spec.selector", goSelector(selector), "empty selector is invalid for deployment"));
            } else {
                checkSelects(selector, spec, errors);
            }
            checkContainers(spec.object("template", "spec"), "spec.template.spec", errors);
        }

        private static void checkSelects(JsonObject selector, JsonObject spec, List<FieldError> errors) {
            JsonObject labels = spec.object("template", "metadata", "labels");
            JsonObject wanted = selector.object("matchLabels");
            boolean selects = !selector.isEmpty();
            for (int i = 0; i < wanted.size(); i++) {
                selects &= Objects.equals(labels.get(wanted.keyAt(i)), wanted.valueAt(i));
            }
            if (!selects) {
                errors.add(FieldError.invalidLiteral(
                        "spec.template.metadata.labels",
                        goLabels(labels),
                        "`selector` does not match template `labels`"));
            }
        }

        @Override
        public void validateUpdate(JsonObject object, JsonObject old, List<FieldError> errors) {
            validate(object, errors);
            JsonObject selector = object.object("spec", "selector");
            if (!selector.equals(old.object("spec", "selector"))) {
                errors.add(FieldError.invalidLiteral("spec.selector", goSelector(selector), "field is immutable"));
            }
        }
    }

    static String goLabels(JsonObject labels) {
        if (labels.isEmpty()) {
            return "map[string]string(nil)";
        }
        return GoSyntax.literal(labels).replaceFirst("^map\\[string]interface \\{}", "map[string]string");
    }

    private static String goSelector(JsonObject selector) {
        JsonArray expressions = selector.array("matchExpressions");
        StringBuilder items = new StringBuilder("[]v1.LabelSelectorRequirement");
        if (expressions.isEmpty()) {
            items.append("(nil)");
        } else {
            items.append('{');
            for (int i = 0; i < expressions.size(); i++) {
                JsonObject each = expressions.object(i);
                items.append(i == 0 ? "" : ", ")
                        .append("v1.LabelSelectorRequirement{Key:")
                        .append(GoSyntax.quote(Trees.text(each, "key")))
                        .append(", Operator:")
                        .append(GoSyntax.quote(Trees.text(each, "operator")))
                        .append(", Values:")
                        .append(GoSyntax.literal(each.array("values")).replaceFirst("^\\[]interface \\{}", "[]string"))
                        .append('}');
            }
            items.append('}');
        }
        return "v1.LabelSelector{MatchLabels:" + goLabels(selector.object("matchLabels")) + ", MatchExpressions:"
                + items + "}";
    }

    static void checkContainers(JsonObject podSpec, String field, List<FieldError> errors) {
        JsonArray containers = podSpec.array("containers");
        if (containers.isEmpty()) {
            errors.add(FieldError.required(field + ".containers", ""));
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < containers.size(); i++) {
            String at = field + ".containers[" + i + "]";
            String name = Trees.text(containers.object(i), "name");
            if (name.isEmpty()) {
                errors.add(FieldError.required(at + ".name", ""));
            } else if (!names.add(name)) {
                errors.add(FieldError.duplicate(at + ".name", name));
            }
            if (Trees.text(containers.object(i), "image").isEmpty()) {
                errors.add(FieldError.required(at + ".image", ""));
            }
            checkMounts(containers.object(i), podSpec, at, errors);
        }
    }

    private static void checkMounts(JsonObject container, JsonObject podSpec, String field, List<FieldError> errors) {
        JsonArray mounts = container.array("volumeMounts");
        JsonArray volumes = podSpec.array("volumes");
        for (int i = 0; i < mounts.size(); i++) {
            String name = Trees.text(mounts.object(i), "name");
            boolean found = false;
            for (int j = 0; j < volumes.size() && !found; j++) {
                found = name.equals(volumes.object(j).text("name"));
            }
            if (!found) {
                errors.add(FieldError.notFound(field + ".volumeMounts[" + i + "].name", name));
            }
        }
    }

    static final class ForDeployment extends Workload {
        @Override
        JsonObject specDefaults(JsonObject spec) {
            JsonObject result = fill(spec, 1L, "replicas");
            result = fill(result, "RollingUpdate", "strategy", "type");
            if ("RollingUpdate".equals(result.text("strategy", "type"))) {
                result = fill(result, "25%", "strategy", "rollingUpdate", "maxUnavailable");
                result = fill(result, "25%", "strategy", "rollingUpdate", "maxSurge");
            }
            result = fill(result, 10L, "revisionHistoryLimit");
            return fill(result, 600L, "progressDeadlineSeconds");
        }

        @Override
        JsonObject defaultsOfObject(JsonObject object) {
            return fill(object, JsonObject.EMPTY, "status");
        }
    }

    static final class ForStatefulSet extends Workload {
        private static final List<String> CHANGEABLE = List.of(
                "replicas",
                "ordinals",
                "template",
                "updateStrategy",
                "persistentVolumeClaimRetentionPolicy",
                "minReadySeconds",
                "revisionHistoryLimit");

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
            result = fill(result, "", "serviceName");
            return editItems(result, "volumeClaimTemplates", claim -> {
                JsonObject filled = fill(claim, "v1", "apiVersion");
                filled = fill(filled, "PersistentVolumeClaim", "kind");
                filled = fill(filled, "Filesystem", "spec", "volumeMode");
                return fill(filled, "Pending", "status", "phase");
            });
        }

        @Override
        JsonObject defaultsOfObject(JsonObject object) {
            return fill(fill(object, 0L, "status", "replicas"), 0L, "status", "availableReplicas");
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
                errors.add(
                        FieldError.forbidden(
                                "spec",
                                "updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template', "
                                        + "'updateStrategy', 'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are forbidden"));
            }
        }
    }

    static final class ForReplicaSet extends Workload {
        @Override
        JsonObject specDefaults(JsonObject spec) {
            return fill(spec, 1L, "replicas");
        }

        @Override
        JsonObject defaultsOfObject(JsonObject object) {
            return fill(object, 0L, "status", "replicas");
        }
    }

    static final class ForDaemonSet extends Workload {
        @Override
        JsonObject specDefaults(JsonObject spec) {
            JsonObject result = fill(spec, "RollingUpdate", "updateStrategy", "type");
            if ("RollingUpdate".equals(result.text("updateStrategy", "type"))) {
                result = fill(result, 1L, "updateStrategy", "rollingUpdate", "maxUnavailable");
                result = fill(result, 0L, "updateStrategy", "rollingUpdate", "maxSurge");
            }
            return fill(result, 10L, "revisionHistoryLimit");
        }

        @Override
        JsonObject defaultsOfObject(JsonObject object) {
            JsonObject result =
                    fill(object, "1", "metadata", "annotations", "deprecated.daemonset.template.generation");
            for (String count :
                    List.of("currentNumberScheduled", "numberMisscheduled", "desiredNumberScheduled", "numberReady")) {
                result = fill(result, 0L, "status", count);
            }
            return result;
        }
    }
}
