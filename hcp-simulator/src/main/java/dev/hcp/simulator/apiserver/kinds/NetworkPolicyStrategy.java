package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.kinds.Trees.edit;
import static dev.hcp.simulator.apiserver.kinds.Trees.editItems;
import static dev.hcp.simulator.apiserver.kinds.Trees.fill;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.simulator.apiserver.catalogue.Strategy;
import java.util.List;

/** Network policies. */
final class NetworkPolicyStrategy implements Strategy {
    private static final List<String> PROTOCOLS = List.of("SCTP", "TCP", "UDP");
    private static final List<String> TYPES = List.of("Egress", "Ingress");

    @Override
    public JsonObject defaults(JsonObject object) {
        return edit(object, "spec", spec -> {
            JsonObject result = spec;
            if (result.array("policyTypes").isEmpty()) {
                boolean egress = !result.array("egress").isEmpty();
                result = result.with(
                        "policyTypes", egress ? JsonArray.of("Ingress", "Egress") : JsonArray.of("Ingress"));
            }
            for (String direction : List.of("ingress", "egress")) {
                result = editItems(
                        result, direction, rule -> editItems(rule, "ports", port -> fill(port, "TCP", "protocol")));
            }
            return result;
        });
    }

    @Override
    public void validate(JsonObject object, List<FieldError> errors) {
        JsonObject spec = object.object("spec");
        LabelChecks.selector(spec.object("podSelector"), "spec.podSelector", errors);
        checkRules(spec, "ingress", "from", errors);
        checkRules(spec, "egress", "to", errors);
        JsonArray types = spec.array("policyTypes");
        for (int i = 0; i < types.size(); i++) {
            if (!TYPES.contains(String.valueOf(types.get(i)))) {
                errors.add(FieldError.notSupported("spec.policyTypes[" + i + "]", types.get(i), TYPES));
            }
        }
    }

    private static void checkRules(JsonObject spec, String direction, String peers, List<FieldError> errors) {
        List<JsonObject> rules = FieldChecks.objects(spec, direction);
        for (int i = 0; i < rules.size(); i++) {
            String field = "spec." + direction + "[" + i + "]";
            List<JsonObject> ports = FieldChecks.objects(rules.get(i), "ports");
            for (int p = 0; p < ports.size(); p++) {
                checkPort(ports.get(p), field + ".ports[" + p + "]", errors);
            }
            List<JsonObject> others = FieldChecks.objects(rules.get(i), peers);
            for (int p = 0; p < others.size(); p++) {
                checkPeer(others.get(p), field + "." + peers + "[" + p + "]", errors);
            }
        }
    }

    private static void checkPort(JsonObject port, String field, List<FieldError> errors) {
        String protocol = Trees.text(port, "protocol");
        if (!PROTOCOLS.contains(protocol)) {
            errors.add(FieldError.notSupported(field + ".protocol", protocol, PROTOCOLS));
        }
        if (port.get("port") != null) {
            FieldChecks.portOrName(port.get("port"), field + ".port", errors);
        }
        if (port.get("endPort") instanceof Long last) {
            if (port.get("port") instanceof Long first && last < first) {
                errors.add(FieldError.invalid(field + ".endPort", last, "must be greater than or equal to `port`"));
            } else if (port.get("port") instanceof String) {
                errors.add(FieldError.invalid(
                        field + ".endPort", last, "may not be specified when `port` is non-numeric"));
            } else if (port.get("port") == null) {
                errors.add(FieldError.invalid(
                        field + ".endPort", last, "may not be specified when `port` is not specified"));
            }
            FieldChecks.port(last, field + ".endPort", errors);
        }
    }

    private static void checkPeer(JsonObject peer, String field, List<FieldError> errors) {
        if (peer.isEmpty()) {
            errors.add(FieldError.required(field, "must specify a peer"));
        } else if (peer.get("ipBlock") != null && peer.size() > 1) {
            errors.add(FieldError.forbidden(field, "may not specify both ipBlock and another peer"));
        }
        for (String selector : List.of("podSelector", "namespaceSelector")) {
            LabelChecks.selector(peer.object(selector), field + "." + selector, errors);
        }
        if (peer.get("ipBlock") instanceof JsonObject block) {
            AddressChecks.block(block, field + ".ipBlock", errors);
        }
    }
}
