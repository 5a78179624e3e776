package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.kinds.Trees.text;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import java.util.List;

/** What is run or asked in a container: probes and hooks. */
final class ProbeChecks {
    private static final List<String> SCHEMES = List.of("HTTP", "HTTPS");

    private ProbeChecks() {}

    static void hooks(JsonObject container, String field, List<FieldError> errors) {
        for (String hook : List.of("postStart", "preStop")) {
            if (container.object("lifecycle").get(hook) instanceof JsonObject handler) {
                handler(
                        handler,
                        List.of("exec", "httpGet", "tcpSocket", "sleep"),
                        field + ".lifecycle." + hook,
                        errors);
            }
        }
    }

    static void probes(JsonObject container, String field, List<FieldError> errors) {
        for (String name : List.of("livenessProbe", "readinessProbe", "startupProbe")) {
            if (container.get(name) instanceof JsonObject probe) {
                probe(probe, field + "." + name, errors);
                long successes = probe.integer(0, "successThreshold");
                if (!name.equals("readinessProbe") && successes != 1) {
                    errors.add(FieldError.invalid(field + "." + name + ".successThreshold", successes, "must be 1"));
                }
            }
        }
    }

    private static void probe(JsonObject probe, String field, List<FieldError> errors) {
        handler(probe, List.of("exec", "httpGet", "tcpSocket", "grpc"), field, errors);
        for (String number : List.of(
                "initialDelaySeconds", "timeoutSeconds", "periodSeconds", "successThreshold", "failureThreshold")) {
            FieldChecks.notNegative(probe, number, field, errors);
        }
        if (probe.get("terminationGracePeriodSeconds") instanceof Long seconds && seconds <= 0) {
            errors.add(FieldError.invalid(field + ".terminationGracePeriodSeconds", seconds, "must be greater than 0"));
        }
    }

    private static void handler(JsonObject handler, List<String> types, String field, List<FieldError> errors) {
        int found = 0;
        for (String type : types) {
            if (!(handler.get(type) instanceof JsonObject action)) {
                continue;
            }
            String at = field + "." + type;
            if (++found > 1) {
                errors.add(FieldError.forbidden(at, "may not specify more than 1 handler type"));
                continue;
            }
            switch (type) {
                case "exec" -> {
                    if (action.array("command").isEmpty()) {
                        errors.add(FieldError.required(at + ".command", ""));
                    }
                }
                case "httpGet" -> httpGet(action, at, errors);
                case "sleep" -> {}
                default -> FieldChecks.portOrName(action.get("port"), at + ".port", errors);
            }
        }
        if (found == 0) {
            errors.add(FieldError.required(field, "must specify a handler type"));
        }
    }

    private static void httpGet(JsonObject action, String field, List<FieldError> errors) {
        FieldChecks.required(action, "path", field, errors);
        FieldChecks.portOrName(action.get("port"), field + ".port", errors);
        String scheme = text(action, "scheme");
        if (!SCHEMES.contains(scheme)) {
            errors.add(FieldError.notSupported(field + ".scheme", scheme, SCHEMES));
        }
    }
}
