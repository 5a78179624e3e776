package dev.hcp.simulator.apiserver.kinds;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.simulator.apiserver.catalogue.Strategy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pods: defaults of the spec and of what admission adds, and a spec that hardly changes. */
final class PodStrategy implements Strategy {
    /** Specs to which no default is to be added. */
    private static final KnownSpecs COMPLETE = new KnownSpecs();

    @Override
    public JsonObject defaults(JsonObject object) {
        return Trees.edit(object, "spec", PodStrategy::specDefaults);
    }

    private static JsonObject specDefaults(JsonObject spec) {
        if (COMPLETE.has(spec)) {
            return spec;
        }
        JsonObject result = PodDefaults.spec(spec);
        result = Trees.fill(result, true, "enableServiceLinks");
        if (result.isTrue("hostNetwork")) {
            result = Trees.editItems(result, "containers", PodStrategy::portsOfTheHost);
            result = Trees.editItems(result, "initContainers", PodStrategy::portsOfTheHost);
        }
        result = Trees.editItems(result, "initContainers", PodStrategy::requestsFromLimits);
        result = Trees.editItems(result, "containers", PodStrategy::requestsFromLimits);
        if (!result.equals(spec)) {
            return result;
        }
        COMPLETE.add(spec);
        return spec;
    }

    private static JsonObject portsOfTheHost(JsonObject container) {
        return Trees.editItems(container, "ports", port -> Trees.fill(port, port.get("containerPort"), "hostPort"));
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
        return object.with(
                "status", JsonObject.of("phase", "Pending", "qosClass", PodDefaults.qosClass(object.object("spec"))));
    }

    @Override
    public void validate(JsonObject object, List<FieldError> errors) {
        JsonObject spec = object.object("spec");
        PodSpecChecks.spec(spec, "spec", errors);
        for (String list : List.of("containers", "initContainers")) {
            checkImages(spec, list, errors);
        }
        if (!spec.array("ephemeralContainers").isEmpty()) {
            errors.add(FieldError.forbidden("spec.ephemeralContainers", "cannot be set on create"));
        }
    }

    private static void checkImages(JsonObject spec, String list, List<FieldError> errors) {
        List<JsonObject> containers = FieldChecks.objects(spec, list);
        for (int i = 0; i < containers.size(); i++) {
            String image = Trees.text(containers.get(i), "image");
            if (!image.equals(image.strip())) {
                errors.add(FieldError.invalid(
                        "spec." + list + "[" + i + "].image", image, "must not have leading or trailing whitespace"));
            }
        }
    }

    @Override
    public void validateUpdate(JsonObject object, JsonObject old, List<FieldError> errors) {
        JsonObject spec = object.object("spec");
        JsonObject before = old.object("spec");
        PodSpecChecks.spec(spec, "spec", errors);
        for (String list : List.of("containers", "initContainers")) {
            if (spec.array(list).size() != before.array(list).size()) {
                errors.add(FieldError.forbidden("spec." + list, "pod updates may not add or remove containers"));
                return;
            }
        }
        if (!checkDeadline(spec.get("activeDeadlineSeconds"), before.get("activeDeadlineSeconds"), errors)) {
            return;
        }
        checkTolerations(spec, before, errors);
        if (!comparable(spec, before).equals(comparable(before, before))) {
            errors.add(FieldError.forbidden(
                    "spec",
                    "pod updates may not change fields other than `spec.containers[*].image`,"
                            + "`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,`spec.tolerations` "
                            + "(only additions to existing tolerations),`spec.terminationGracePeriodSeconds` "
                            + "(allow it to be set to 1 if it was previously negative)"));
        }
    }

    @Override
    public void validateSubresource(String subresource, JsonObject object, JsonObject old, List<FieldError> errors) {
        if (subresource.equals("ephemeralcontainers")) {
            EphemeralContainerChecks.changed(object.object("spec"), old.object("spec"), errors);
        }
    }

    /** Whether a deadline only comes nearer. */
    private static boolean checkDeadline(@Nullable Object deadline, @Nullable Object before, List<FieldError> errors) {
        String field = "spec.activeDeadlineSeconds";
        if (deadline instanceof Long seconds) {
            if (before instanceof Long earlier && earlier < seconds) {
                errors.add(FieldError.invalid(field, seconds, "must be less than or equal to previous value"));
                return false;
            }
        } else if (before != null) {
            errors.add(FieldError.invalidLiteral(
                    field, "\"null\"", "must not update from a positive integer to nil value"));
        }
        return true;
    }

    private static void checkTolerations(JsonObject spec, JsonObject before, List<FieldError> errors) {
        List<JsonObject> kept = FieldChecks.objects(spec, "tolerations").stream()
                .map(each -> each.without("tolerationSeconds"))
                .toList();
        for (JsonObject toleration : FieldChecks.objects(before, "tolerations")) {
            if (!kept.contains(toleration.without("tolerationSeconds"))) {
                errors.add(FieldError.forbidden(
                        "spec.tolerations", "existing toleration can not be modified except its tolerationSeconds"));
            }
        }
    }

    /** A pod spec without what may change: images, deadline, tolerations, gates that are lifted. */
    private static JsonObject comparable(JsonObject spec, JsonObject before) {
        JsonObject result = spec.without("activeDeadlineSeconds").without("tolerations");
        List<JsonObject> gates = FieldChecks.objects(before, "schedulingGates");
        if (gates.containsAll(FieldChecks.objects(spec, "schedulingGates"))) {
            result = result.without("schedulingGates");
        }
        if (before.integer(0, "terminationGracePeriodSeconds") < 0
                && spec.integer(0, "terminationGracePeriodSeconds") == 1) {
            result = result.with("terminationGracePeriodSeconds", before.get("terminationGracePeriodSeconds"));
        }
        result = Trees.editItems(result, "containers", container -> container.without("image"));
        return Trees.editItems(result, "initContainers", container -> container.without("image"));
    }
}
