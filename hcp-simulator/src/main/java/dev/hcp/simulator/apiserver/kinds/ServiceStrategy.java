package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.kinds.Trees.editItems;
import static dev.hcp.simulator.apiserver.kinds.Trees.fill;
import static dev.hcp.simulator.apiserver.kinds.Trees.text;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.simulator.apiserver.catalogue.Strategy;
import java.util.List;

/** Services: addresses and node ports are allocated, and stay. */
final class ServiceStrategy implements Strategy {
    @Override
    public JsonObject defaults(JsonObject object) {
        JsonObject result = Trees.edit(object, "spec", spec -> {
            JsonObject filled = fill(spec, "None", "sessionAffinity");
            if ("ClientIP".equals(filled.text("sessionAffinity"))) {
                filled = fill(filled, 10800L, "sessionAffinityConfig", "clientIP", "timeoutSeconds");
            }
            filled = fill(filled, "ClusterIP", "type");
            String type = text(filled, "type");
            filled = editItems(filled, "ports", port -> {
                JsonObject complete = fill(port, "TCP", "protocol");
                return fill(complete, complete.get("port"), "targetPort");
            });
            if (!type.equals("ExternalName")) {
                filled = fill(filled, "Cluster", "internalTrafficPolicy");
            }
            if (isExternal(type)) {
                filled = fill(filled, "Cluster", "externalTrafficPolicy");
            }
            return type.equals("LoadBalancer") ? fill(filled, true, "allocateLoadBalancerNodePorts") : filled;
        });
        return fill(result, JsonObject.EMPTY, "status", "loadBalancer");
    }

    private static boolean isExternal(String type) {
        return type.equals("NodePort") || type.equals("LoadBalancer");
    }

    @Override
    public JsonObject prepareForCreate(JsonObject object, Allocator allocator) {
        return object.with("spec", allocate(object.object("spec"), JsonObject.EMPTY, allocator))
                .with("status", JsonObject.of("loadBalancer", JsonObject.EMPTY));
    }

    @Override
    public JsonObject prepareForUpdate(JsonObject object, JsonObject old, Allocator allocator) {
        JsonObject before = old.object("spec");
        JsonObject spec = object.object("spec");
        if (!"ExternalName".equals(spec.text("type")) && !"ExternalName".equals(before.text("type"))) {
            for (String kept : List.of("clusterIP", "clusterIPs", "ipFamilies", "ipFamilyPolicy")) {
                if (spec.get(kept) == null && before.get(kept) != null) {
                    spec = spec.with(kept, before.get(kept));
                }
            }
        }
        return object.with("spec", allocate(spec, before, allocator));
    }

    private static JsonObject allocate(JsonObject spec, JsonObject before, Allocator allocator) {
        String type = text(spec, "type");
        if (type.equals("ExternalName")) {
            return spec;
        }
        JsonObject result = spec;
        String address = text(result, "clusterIP");
        if (address.equals("None")) {
            boolean dual = result.object("selector").isEmpty();
            result = fill(result, JsonArray.of("None"), "clusterIPs");
            result = fill(result, dual ? JsonArray.of("IPv4", "IPv6") : JsonArray.of("IPv4"), "ipFamilies");
            result = fill(result, dual ? "RequireDualStack" : "SingleStack", "ipFamilyPolicy");
        } else {
            if (!address.equals(text(before, "clusterIP")) || address.isEmpty()) {
                address = allocator.address(address);
            }
            result = result.with("clusterIP", address);
            result = fill(result, JsonArray.of(address), "clusterIPs");
            result = fill(result, JsonArray.of("IPv4"), "ipFamilies");
            result = fill(result, "SingleStack", "ipFamilyPolicy");
        }
        boolean nodePorts = isExternal(type) && !Boolean.FALSE.equals(result.get("allocateLoadBalancerNodePorts"));
        return editItems(
                result, "ports", port -> nodePorts ? withNodePort(port, before, allocator) : internal(port, type));
    }

    private static JsonObject internal(JsonObject port, String type) {
        return isExternal(type) ? port : port.without("nodePort");
    }

    private static JsonObject withNodePort(JsonObject port, JsonObject before, Allocator allocator) {
        JsonArray old = before.array("ports");
        long requested = port.integer(0, "nodePort");
        for (int i = 0; i < old.size(); i++) {
            long held = old.object(i).integer(0, "nodePort");
            boolean same = port.integer(0, "port") == old.object(i).integer(0, "port")
                    && text(port, "protocol").equals(text(old.object(i), "protocol"));
            if (held != 0 && (requested == held || (requested == 0 && same))) {
                return port.with("nodePort", held);
            }
        }
        return port.with("nodePort", (long) allocator.nodePort((int) requested));
    }

    @Override
    public void validate(JsonObject object, List<FieldError> errors) {
        JsonObject spec = object.object("spec");
        JsonArray ports = spec.array("ports");
        boolean headless = "None".equals(spec.text("clusterIP"));
        if (ports.isEmpty() && !headless && !"ExternalName".equals(spec.text("type"))) {
            errors.add(FieldError.required("spec.ports", ""));
        }
        for (int i = 0; i < ports.size(); i++) {
            String at = "spec.ports[" + i + "]";
            if (ports.size() > 1 && text(ports.object(i), "name").isEmpty()) {
                errors.add(FieldError.required(at + ".name", ""));
            }
            long number = ports.object(i).integer(0, "port");
            if (number < 1 || number > 65535) {
                errors.add(FieldError.invalid(at + ".port", number, "must be between 1 and 65535, inclusive"));
            }
        }
    }

    @Override
    public void validateUpdate(JsonObject object, JsonObject old, List<FieldError> errors) {
        validate(object, errors);
        String before = text(old, "spec", "clusterIP");
        String now = text(object, "spec", "clusterIP");
        boolean external = "ExternalName".equals(object.text("spec", "type"));
        if (!before.isEmpty() && !external && !before.equals(now)) {
            errors.add(FieldError.invalidLiteral(
                    "spec.clusterIPs[0]", "[]string{\"" + now + "\"}", "may not change once set"));
        }
    }
}
