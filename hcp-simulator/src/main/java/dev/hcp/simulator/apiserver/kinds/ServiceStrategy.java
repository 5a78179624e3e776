package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.kinds.Trees.editItems;
import static dev.hcp.simulator.apiserver.kinds.Trees.fill;
import static dev.hcp.simulator.apiserver.kinds.Trees.text;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.api.validation.schema.MetadataValidation;
import dev.hcp.simulator.apiserver.catalogue.Strategy;
import java.util.List;
import java.util.Objects;

/** Services: addresses and node ports are allocated, stay while the type needs them, and are given back when it does not. */
final class ServiceStrategy implements Strategy {
    private static final List<String> FAMILIES = List.of("ipFamilies", "ipFamilyPolicy");

    @Override
    public JsonObject defaults(JsonObject object) {
        return Trees.edit(object, "spec", spec -> {
            JsonObject filled = fill(spec, "None", "sessionAffinity");
            if ("ClientIP".equals(filled.text("sessionAffinity"))) {
                filled = fill(filled, 10800L, "sessionAffinityConfig", "clientIP", "timeoutSeconds");
            } else if ("None".equals(filled.text("sessionAffinity"))) {
                filled = filled.without("sessionAffinityConfig");
            }
            filled = fill(filled, "ClusterIP", "type");
            String type = text(filled, "type");
            filled = editItems(filled, "ports", port -> {
                JsonObject complete = fill(port, "TCP", "protocol");
                Object target = complete.get("targetPort");
                boolean unset = target == null || target.equals(0L) || target.equals("");
                return unset && complete.get("port") != null
                        ? complete.with("targetPort", complete.get("port"))
                        : complete;
            });
            if (needsAddress(type)) {
                filled = fill(filled, "Cluster", "internalTrafficPolicy");
            }
            if (isExternal(type)) {
                filled = fill(filled, "Cluster", "externalTrafficPolicy");
            }
            return type.equals("LoadBalancer") ? fill(filled, true, "allocateLoadBalancerNodePorts") : filled;
        });
    }

    private static boolean isExternal(String type) {
        return type.equals("NodePort") || type.equals("LoadBalancer");
    }

    private static boolean needsAddress(String type) {
        return !type.equals("ExternalName");
    }

    @Override
    public JsonObject prepareForCreate(JsonObject object, Allocator allocator) {
        return object.with("spec", allocate(object.object("spec"), JsonObject.EMPTY, allocator))
                .with("status", JsonObject.of("loadBalancer", JsonObject.EMPTY));
    }

    @Override
    public JsonObject prepareForUpdate(JsonObject object, JsonObject old, Allocator allocator) {
        JsonObject before = old.object("spec");
        JsonObject spec = withoutWhatTheTypeLeaves(object.object("spec"), before);
        if (needsAddress(text(spec, "type")) && needsAddress(text(before, "type"))) {
            for (String kept : List.of("clusterIP", "clusterIPs", "ipFamilies", "ipFamilyPolicy")) {
                if (spec.get(kept) == null && before.get(kept) != null) {
                    spec = spec.with(kept, before.get(kept));
                }
            }
        }
        return object.with("spec", allocate(spec, before, allocator));
    }

    /** Without the fields that only the former type had a use for, where the client merely sent them back. */
    private static JsonObject withoutWhatTheTypeLeaves(JsonObject spec, JsonObject before) {
        String type = text(spec, "type");
        String former = text(before, "type");
        JsonObject result = spec;
        if (needsAddress(former) && !needsAddress(type)) {
            for (String field : List.of("clusterIP", "clusterIPs", "ipFamilies", "ipFamilyPolicy")) {
                result = withoutUnchanged(result, before, field);
            }
            result = withoutUnchanged(result, before, "internalTrafficPolicy");
        }
        if (isExternal(former) && !isExternal(type)) {
            result = withoutUnchanged(result, before, "externalTrafficPolicy");
            JsonArray formerPorts = before.array("ports");
            result = editItems(
                    result,
                    "ports",
                    port -> holds(formerPorts, port.integer(0, "nodePort")) ? port.without("nodePort") : port);
        }
        if (former.equals("LoadBalancer") && !type.equals("LoadBalancer")) {
            for (String field : List.of("allocateLoadBalancerNodePorts", "loadBalancerClass", "healthCheckNodePort")) {
                result = withoutUnchanged(result, before, field);
            }
        }
        if (former.equals("ExternalName") && !type.equals("ExternalName")) {
            result = withoutUnchanged(result, before, "externalName");
        }
        return result;
    }

    private static boolean holds(JsonArray ports, long nodePort) {
        return ports.stream()
                .anyMatch(each ->
                        each instanceof JsonObject port && nodePort != 0 && port.integer(0, "nodePort") == nodePort);
    }

    private static JsonObject withoutUnchanged(JsonObject spec, JsonObject before, String field) {
        return Objects.equals(spec.get(field), before.get(field)) ? spec.without(field) : spec;
    }

    private static JsonObject allocate(JsonObject spec, JsonObject before, Allocator allocator) {
        String type = text(spec, "type");
        if (!needsAddress(type)) {
            return spec;
        }
        JsonObject result = spec;
        String address = text(result, "clusterIP");
        JsonArray addresses = result.array("clusterIPs");
        if (address.isEmpty() && !addresses.isEmpty()) {
            address = String.valueOf(addresses.get(0));
        }
        boolean dual = false;
        if (!address.equals("None")) {
            if (!address.equals(text(before, "clusterIP")) || address.isEmpty()) {
                address = allocator.address(address);
            }
        } else if (result.get("ipFamilies") == null && result.get("ipFamilyPolicy") == null) {
            // Where nothing selects pods, whoever keeps the endpoints may use either family.
            dual = result.object("selector").isEmpty();
        }
        result = result.with("clusterIP", address);
        result = fill(result, JsonArray.of(address), "clusterIPs");
        result = fill(result, dual ? JsonArray.of("IPv4", "IPv6") : JsonArray.of("IPv4"), FAMILIES.get(0));
        result = fill(result, dual ? "RequireDualStack" : "SingleStack", FAMILIES.get(1));
        boolean nodePorts = isExternal(type) && !Boolean.FALSE.equals(result.get("allocateLoadBalancerNodePorts"));
        return nodePorts ? editItems(result, "ports", port -> withNodePort(port, before, allocator)) : result;
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
        ServiceChecks.spec(object.object("spec"), errors);
    }

    @Override
    public void validateUpdate(JsonObject object, JsonObject old, List<FieldError> errors) {
        String before = text(old, "spec", "clusterIP");
        String now = text(object, "spec", "clusterIP");
        boolean needed = needsAddress(text(object, "spec", "type")) && needsAddress(text(old, "spec", "type"));
        if (needed && !before.isEmpty() && !before.equals(now)) {
            errors.add(FieldError.invalidLiteral(
                    "spec.clusterIPs[0]", MetadataValidation.goStrings(List.of(now)), "may not change once set"));
        }
        validate(object, errors);
    }
}
