package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.kinds.Trees.edit;
import static dev.hcp.simulator.apiserver.kinds.Trees.fill;
import static dev.hcp.simulator.apiserver.kinds.Trees.text;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.api.validation.schema.GoSyntax;
import dev.hcp.api.validation.schema.NameRule;
import dev.hcp.simulator.apiserver.catalogue.Strategy;
import java.util.Base64;
import java.util.List;

/** API services: who serves a group and version, this server or a service behind it. */
final class ApiServiceStrategy implements Strategy {
    @Override
    public JsonObject defaults(JsonObject object) {
        JsonObject result = edit(object, "spec", spec -> edit(spec, "service", service -> fill(service, 443L, "port")));
        return fill(result, JsonObject.EMPTY, "status");
    }

    /** What the server serves itself is available from the start. */
    @Override
    public JsonObject prepareForCreate(JsonObject object, Allocator allocator) {
        if (object.at("spec", "service") != null) {
            return object;
        }
        JsonObject available = JsonObject.of(
                "type",
                "Available",
                "status",
                "True",
                "lastTransitionTime",
                object.at("metadata", "creationTimestamp"),
                "reason",
                "Local",
                "message",
                "Local APIServices are always available");
        return object.withAt(JsonArray.of(available), "status", "conditions");
    }

    @Override
    public void validate(JsonObject object, List<FieldError> errors) {
        JsonObject spec = object.object("spec");
        String group = text(spec, "group");
        String version = text(spec, "version");
        String name = text(object, "metadata", "name");
        String wanted = version + "." + group;
        if (!name.equals(wanted)) {
            errors.add(FieldError.invalid(
                    "metadata.name", name, "must be `spec.version+\".\"+spec.group`: " + GoSyntax.quote(wanted)));
        }
        if (group.isEmpty()) {
            if (!version.equals("v1")) {
                errors.add(FieldError.required(
                        "spec.group", "only v1 may have an empty group and it better be legacy kube"));
            }
        } else {
            Checks.name("spec.group", group, NameRule.SUBDOMAIN, errors);
        }
        Checks.name("spec.version", version, NameRule.SERVICE, errors);
        checkPriority(spec, "groupPriorityMinimum", 20_000, errors);
        checkPriority(spec, "versionPriority", 1_000, errors);
        checkService(spec, errors);
    }

    private static void checkPriority(JsonObject spec, String field, long limit, List<FieldError> errors) {
        long priority = spec.integer(0, field);
        if (priority <= 0 || priority > limit) {
            errors.add(FieldError.invalid("spec." + field, priority, "must be positive and less than " + limit));
        }
    }

    private static void checkService(JsonObject spec, List<FieldError> errors) {
        String bundle = text(spec, "caBundle");
        boolean insecure = spec.isTrue("insecureSkipTLSVerify");
        if (!(spec.get("service") instanceof JsonObject service)) {
            if (!bundle.isEmpty()) {
                errors.add(FieldError.invalid(
                        "spec.caBundle",
                        Base64.getMimeDecoder().decode(bundle).length + " bytes",
                        "local APIServices may not have a caBundle"));
            }
            if (insecure) {
                errors.add(FieldError.invalid(
                        "spec.insecureSkipTLSVerify", true, "local APIServices may not have insecureSkipTLSVerify"));
            }
            return;
        }
        for (String part : List.of("namespace", "name")) {
            if (text(service, part).isEmpty()) {
                errors.add(FieldError.required("spec.service." + part, ""));
            }
        }
        long port = service.integer(443, "port");
        if (port < 1 || port > 65535) {
            errors.add(FieldError.invalid(
                    "spec.service.port", port, "port is not valid: must be between 1 and 65535, inclusive"));
        }
        if (insecure && !bundle.isEmpty()) {
            errors.add(
                    FieldError.invalid("spec.insecureSkipTLSVerify", true, "may not be true if caBundle is present"));
        }
    }
}
