package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.kinds.Trees.text;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.api.validation.schema.ObjectNames;
import java.util.List;
import java.util.Set;

/** Pod specs, in pods and in the templates of workloads. */
final class PodSpecChecks {
    private static final List<String> RESTART_POLICIES = List.of("Always", "OnFailure", "Never");
    private static final List<String> DNS_POLICIES =
            List.of("ClusterFirst", "ClusterFirstWithHostNet", "Default", "None");
    private static final List<String> EFFECTS = List.of("NoSchedule", "PreferNoSchedule", "NoExecute");

    /** Specs in which nothing is wrong. */
    private static final KnownSpecs SOUND = new KnownSpecs();

    private PodSpecChecks() {}

    /** A template's labels, annotations and pod spec. */
    static void template(JsonObject template, String field, List<FieldError> errors) {
        LabelChecks.labels(template.object("metadata", "labels"), field + ".labels", errors);
        LabelChecks.annotations(template.object("metadata", "annotations"), field + ".annotations", errors);
        spec(template.object("spec"), field + ".spec", errors);
        if (!template.array("spec", "ephemeralContainers").isEmpty()) {
            errors.add(FieldError.forbidden(
                    field + ".spec.ephemeralContainers", "ephemeral containers not allowed in pod template"));
        }
    }

    static void spec(JsonObject spec, String field, List<FieldError> errors) {
        if (SOUND.has(spec)) {
            return;
        }
        int before = errors.size();
        check(spec, field, errors);
        if (errors.size() == before) {
            SOUND.add(spec);
        }
    }

    private static void check(JsonObject spec, String field, List<FieldError> errors) {
        Set<String> volumes = VolumeChecks.volumes(spec, field + ".volumes", errors);
        ContainerChecks containers = new ContainerChecks(volumes, errors);
        containers.containers(spec, field + ".containers");
        containers.initContainers(spec, field + ".initContainers");
        FieldChecks.oneOf(text(spec, "restartPolicy"), RESTART_POLICIES, field + ".restartPolicy", errors);
        FieldChecks.oneOf(text(spec, "dnsPolicy"), DNS_POLICIES, field + ".dnsPolicy", errors);
        LabelChecks.labels(spec.object("nodeSelector"), field + ".nodeSelector", errors);
        pullSecrets(spec, field + ".imagePullSecrets", errors);
        name(spec, "serviceAccountName", field, errors);
        name(spec, "nodeName", field, errors);
        if (spec.get("activeDeadlineSeconds") instanceof Long seconds) {
            FieldChecks.between(seconds, 1, Integer.MAX_VALUE, field + ".activeDeadlineSeconds", errors);
        }
        for (String part : List.of("hostname", "subdomain")) {
            String value = text(spec, part);
            if (!value.isEmpty()) {
                FieldChecks.dnsLabel(value, field + "." + part, errors);
            }
        }
        tolerations(spec, field + ".tolerations", errors);
        name(spec, "priorityClassName", field, errors);
        name(spec, "runtimeClassName", field, errors);
    }

    private static void name(JsonObject spec, String name, String field, List<FieldError> errors) {
        String value = text(spec, name);
        if (!value.isEmpty()) {
            FieldChecks.subdomain(value, field + "." + name, errors);
        }
    }

    private static void pullSecrets(JsonObject spec, String field, List<FieldError> errors) {
        List<JsonObject> secrets = FieldChecks.objects(spec, "imagePullSecrets");
        for (int i = 0; i < secrets.size(); i++) {
            FieldChecks.required(secrets.get(i), "name", field + "[" + i + "]", errors);
        }
    }

    static void tolerations(JsonObject spec, String field, List<FieldError> errors) {
        List<JsonObject> tolerations = FieldChecks.objects(spec, "tolerations");
        for (int i = 0; i < tolerations.size(); i++) {
            toleration(tolerations.get(i), field + "[" + i + "]", errors);
        }
    }

    private static void toleration(JsonObject toleration, String field, List<FieldError> errors) {
        String key = text(toleration, "key");
        String operator = text(toleration, "operator");
        String effect = text(toleration, "effect");
        String value = text(toleration, "value");
        if (!key.isEmpty()) {
            LabelChecks.key(key, field + ".key", errors);
        } else if (!operator.equals("Exists")) {
            errors.add(FieldError.invalid(
                    field + ".operator",
                    operator,
                    "operator must be Exists when `key` is empty, which means \"match all values and all keys\""));
        }
        if (toleration.get("tolerationSeconds") != null && !effect.equals("NoExecute")) {
            errors.add(FieldError.invalid(
                    field + ".effect", effect, "effect must be 'NoExecute' when `tolerationSeconds` is set"));
        }
        switch (operator) {
            case "", "Equal" -> {
                List<String> problems = ObjectNames.labelValueProblems(value);
                if (!problems.isEmpty()) {
                    errors.add(FieldError.invalid(field + ".operator", value, String.join(";", problems)));
                }
            }
            case "Exists" -> {
                if (!value.isEmpty()) {
                    errors.add(FieldError.invalid(
                            field + ".operator", value, "value must be empty when `operator` is 'Exists'"));
                }
            }
            default -> errors.add(FieldError.notSupported(field + ".operator", operator, List.of("Equal", "Exists")));
        }
        if (!effect.isEmpty() && !EFFECTS.contains(effect)) {
            errors.add(FieldError.notSupported(field + ".effect", effect, EFFECTS));
        }
    }
}
