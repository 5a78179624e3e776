package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.kinds.Trees.text;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The containers of a pod. */
final class ContainerChecks {
    private static final List<String> PROTOCOLS = List.of("SCTP", "TCP", "UDP");
    private static final List<String> PULL_POLICIES = List.of("Always", "IfNotPresent", "Never");
    private static final List<String> MESSAGE_POLICIES = List.of("FallbackToLogsOnError", "File");
    private static final Pattern VARIABLE = Pattern.compile("[ -<>-~]+");

    private final Set<String> volumes;
    private final List<FieldError> errors;

    /**
     * Checks of the containers of one pod.
     *
     * @param volumes the names of its volumes
     */
    ContainerChecks(Set<String> volumes, List<FieldError> errors) {
        this.volumes = volumes;
        this.errors = errors;
    }

    void containers(JsonObject podSpec, String field) {
        List<JsonObject> containers = FieldChecks.objects(podSpec, "containers");
        if (containers.isEmpty()) {
            errors.add(FieldError.required(field, ""));
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < containers.size(); i++) {
            JsonObject container = containers.get(i);
            String at = field + "[" + i + "]";
            common(container, at);
            unique(names, container, at);
            ProbeChecks.hooks(container, at, errors);
            ProbeChecks.probes(container, at, errors);
            if (container.get("restartPolicy") != null) {
                errors.add(FieldError.forbidden(at + ".restartPolicy", "may not be set for non-init containers"));
            }
        }
        hostPorts(containers, field);
    }

    void initContainers(JsonObject podSpec, String field) {
        Set<String> names = new HashSet<>();
        for (JsonObject container : FieldChecks.objects(podSpec, "containers")) {
            names.add(text(container, "name"));
        }
        List<JsonObject> containers = FieldChecks.objects(podSpec, "initContainers");
        for (int i = 0; i < containers.size(); i++) {
            JsonObject container = containers.get(i);
            String at = field + "[" + i + "]";
            common(container, at);
            unique(names, container, at);
            String restart = text(container, "restartPolicy");
            if (!restart.isEmpty() && !restart.equals("Always")) {
                errors.add(FieldError.notSupported(at + ".restartPolicy", restart, List.of("Always")));
            }
            if (restart.equals("Always")) {
                ProbeChecks.hooks(container, at, errors);
                ProbeChecks.probes(container, at, errors);
            } else {
                for (String member : List.of("lifecycle", "livenessProbe", "readinessProbe", "startupProbe")) {
                    if (container.get(member) != null) {
                        errors.add(FieldError.forbidden(
                                at + "." + member, "may not be set for init containers without restartPolicy=Always"));
                    }
                }
            }
        }
    }

    private void unique(Set<String> names, JsonObject container, String at) {
        String name = text(container, "name");
        if (!names.add(name) && !name.isEmpty()) {
            errors.add(FieldError.duplicate(at + ".name", name));
        }
    }

    void common(JsonObject container, String at) {
        if (FieldChecks.required(container, "name", at, errors)) {
            FieldChecks.dnsLabel(text(container, "name"), at + ".name", errors);
        }
        FieldChecks.required(container, "image", at, errors);
        FieldChecks.oneOf(
                text(container, "terminationMessagePolicy"),
                MESSAGE_POLICIES,
                at + ".terminationMessagePolicy",
                errors);
        ports(container, at + ".ports");
        variables(container, at + ".env");
        VolumeChecks.mounts(container, volumes, at + ".volumeMounts", errors);
        if (!text(container, "image").isEmpty()) {
            FieldChecks.oneOf(text(container, "imagePullPolicy"), PULL_POLICIES, at + ".imagePullPolicy", errors);
        }
        ResourceChecks.requirements(container.object("resources"), at + ".resources", errors);
    }

    private void ports(JsonObject container, String field) {
        Set<String> names = new HashSet<>();
        List<JsonObject> ports = FieldChecks.objects(container, "ports");
        for (int i = 0; i < ports.size(); i++) {
            JsonObject port = ports.get(i);
            String at = field + "[" + i + "]";
            String name = text(port, "name");
            if (!name.isEmpty() && FieldChecks.portName(name, at + ".name", errors) && !names.add(name)) {
                errors.add(FieldError.duplicate(at + ".name", name));
            }
            long number = port.integer(0, "containerPort");
            if (number == 0) {
                errors.add(FieldError.required(at + ".containerPort", ""));
            } else {
                FieldChecks.port(number, at + ".containerPort", errors);
            }
            long host = port.integer(0, "hostPort");
            if (host != 0) {
                FieldChecks.port(host, at + ".hostPort", errors);
            }
            FieldChecks.oneOf(text(port, "protocol"), PROTOCOLS, at + ".protocol", errors);
        }
    }

    private void hostPorts(List<JsonObject> containers, String field) {
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < containers.size(); i++) {
            List<JsonObject> ports = FieldChecks.objects(containers.get(i), "ports");
            for (int p = 0; p < ports.size(); p++) {
                long host = ports.get(p).integer(0, "hostPort");
                String key = text(ports.get(p), "protocol") + "/" + text(ports.get(p), "hostIP") + "/" + host;
                if (host != 0 && !taken.add(key)) {
                    errors.add(FieldError.duplicate(field + "[" + i + "].ports[" + p + "].hostPort", key));
                }
            }
        }
    }

    private void variables(JsonObject container, String field) {
        List<JsonObject> variables = FieldChecks.objects(container, "env");
        for (int i = 0; i < variables.size(); i++) {
            JsonObject variable = variables.get(i);
            String at = field + "[" + i + "]";
            if (FieldChecks.required(variable, "name", at, errors)
                    && !VARIABLE.matcher(text(variable, "name")).matches()) {
                errors.add(FieldError.invalid(
                        at + ".name",
                        text(variable, "name"),
                        "a valid environment variable name must consist only of printable ASCII characters other "
                                + "than '='"));
            }
            if (variable.get("valueFrom") instanceof JsonObject source) {
                source(source, !text(variable, "value").isEmpty(), at + ".valueFrom");
            }
        }
    }

    private void source(JsonObject source, boolean hasValue, String field) {
        int found = 0;
        for (String type : List.of("fieldRef", "resourceFieldRef", "configMapKeyRef", "secretKeyRef")) {
            if (!(source.get(type) instanceof JsonObject reference)) {
                continue;
            }
            found++;
            String at = field + "." + type;
            switch (type) {
                case "fieldRef" -> FieldChecks.required(reference, "fieldPath", at, errors);
                case "resourceFieldRef" -> FieldChecks.required(reference, "resource", at, errors);
                default -> {
                    FieldChecks.subdomain(text(reference, "name"), at + ".name", errors);
                    if (FieldChecks.required(reference, "key", at, errors)) {
                        FieldChecks.configKey(text(reference, "key"), at + ".key", errors);
                    }
                }
            }
        }
        if (found == 0) {
            errors.add(FieldError.invalid(
                    field,
                    "",
                    "must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef` or `secretKeyRef`"));
        } else if (hasValue) {
            errors.add(FieldError.invalid(field, "", "may not be specified when `value` is not empty"));
        } else if (found > 1) {
            errors.add(FieldError.invalid(field, "", "may not have more than one field specified at a time"));
        }
    }
}
