package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.kinds.Trees.text;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.api.validation.schema.NameRule;
import dev.hcp.api.value.IpAddress;
import dev.hcp.simulator.apiserver.catalogue.Strategy;
import java.util.List;

/** Ingresses. */
final class IngressStrategy implements Strategy {
    private static final List<String> PATH_TYPES = List.of("Exact", "ImplementationSpecific", "Prefix");
    private static final List<String> BAD_SEQUENCES = List.of("//", "/./", "/../", "%2f", "%2F");
    private static final List<String> BAD_ENDINGS = List.of("/..", "/.");

    @Override
    public void validate(JsonObject object, List<FieldError> errors) {
        JsonObject spec = object.object("spec");
        List<JsonObject> rules = FieldChecks.objects(spec, "rules");
        if (spec.get("defaultBackend") instanceof JsonObject backend) {
            checkBackend(backend, "spec.defaultBackend", errors);
        } else if (rules.isEmpty()) {
            errors.add(FieldError.invalidLiteral(
                    "spec", "[]networking.IngressRule(nil)", "either `defaultBackend` or `rules` must be specified"));
        }
        for (int i = 0; i < rules.size(); i++) {
            checkRule(rules.get(i), "spec.rules[" + i + "]", errors);
        }
        List<JsonObject> secured = FieldChecks.objects(spec, "tls");
        for (int i = 0; i < secured.size(); i++) {
            for (int h = 0; h < secured.get(i).array("hosts").size(); h++) {
                String host = String.valueOf(secured.get(i).array("hosts").get(h));
                checkHost(host, "spec.tls[" + i + "].hosts[" + h + "]", errors);
            }
        }
        String ingressClass = text(spec, "ingressClassName");
        if (!ingressClass.isEmpty()) {
            FieldChecks.subdomain(ingressClass, "spec.ingressClassName", errors);
        }
    }

    private static void checkHost(String host, String field, List<FieldError> errors) {
        if (host.startsWith("*.")) {
            if (!FieldChecks.isSubdomain(host.substring(2))) {
                errors.add(FieldError.invalid(field, host, FieldChecks.WILDCARD_WORDS));
            }
        } else {
            FieldChecks.subdomain(host, field, errors);
        }
    }

    private static void checkRule(JsonObject rule, String field, List<FieldError> errors) {
        String host = text(rule, "host");
        if (!host.isEmpty()) {
            if (IpAddress.parse(host).isPresent()) {
                errors.add(FieldError.invalid(field + ".host", host, "must be a DNS name, not an IP address"));
            }
            checkHost(host, field + ".host", errors);
        }
        if (!(rule.get("http") instanceof JsonObject http)) {
            return;
        }
        List<JsonObject> paths = FieldChecks.objects(http, "paths");
        if (paths.isEmpty()) {
            errors.add(FieldError.required(field + ".http.paths", ""));
        }
        for (int i = 0; i < paths.size(); i++) {
            checkPath(paths.get(i), field + ".http.paths[" + i + "]", errors);
        }
    }

    private static void checkPath(JsonObject path, String field, List<FieldError> errors) {
        String text = text(path, "path");
        String type = text(path, "pathType");
        switch (type) {
            case "" -> errors.add(FieldError.required(field + ".pathType", "pathType must be specified"));
            case "Exact", "Prefix" -> {
                if (!text.startsWith("/")) {
                    errors.add(FieldError.invalid(field + ".path", text, "must be an absolute path"));
                }
                for (String bad : BAD_SEQUENCES) {
                    if (text.contains(bad)) {
                        errors.add(FieldError.invalid(field + ".path", text, "must not contain '" + bad + "'"));
                    }
                }
                for (String bad : BAD_ENDINGS) {
                    if (text.endsWith(bad)) {
                        errors.add(FieldError.invalid(field + ".path", text, "cannot end with '" + bad + "'"));
                    }
                }
            }
            case "ImplementationSpecific" -> {
                if (!text.isEmpty() && !text.startsWith("/")) {
                    errors.add(FieldError.invalid(field + ".path", text, "must be an absolute path"));
                }
            }
            default -> errors.add(FieldError.notSupported(field + ".pathType", type, PATH_TYPES));
        }
        checkBackend(path.object("backend"), field + ".backend", errors);
    }

    private static void checkBackend(JsonObject backend, String field, List<FieldError> errors) {
        boolean resource = backend.get("resource") != null;
        if (resource && backend.get("service") != null) {
            errors.add(FieldError.invalid(field, "", "cannot set both resource and service backends"));
        } else if (backend.get("service") instanceof JsonObject service) {
            if (FieldChecks.required(service, "name", field + ".service", errors)) {
                FieldChecks.name(NameRule.SERVICE, text(service, "name"), field + ".service.name", errors);
            }
            checkPort(service.object("port"), field, errors);
        } else if (resource) {
            JsonObject reference = backend.object("resource");
            FieldChecks.required(reference, "kind", field + ".resource", errors);
            FieldChecks.required(reference, "name", field + ".resource", errors);
        } else {
            errors.add(FieldError.invalid(field, "", "resource or service backend is required"));
        }
    }

    private static void checkPort(JsonObject port, String field, List<FieldError> errors) {
        String name = text(port, "name");
        long number = port.integer(0, "number");
        if (!name.isEmpty() && number != 0) {
            errors.add(FieldError.invalid(field, "", "cannot set both port name & port number"));
        } else if (!name.isEmpty()) {
            FieldChecks.portName(name, field + ".service.port.name", errors);
        } else if (number != 0) {
            FieldChecks.port(number, field + ".service.port.number", errors);
        } else {
            errors.add(FieldError.required(field, "port name or number is required"));
        }
    }
}
