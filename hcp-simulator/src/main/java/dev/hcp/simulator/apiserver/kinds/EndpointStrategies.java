package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.kinds.Trees.editItems;
import static dev.hcp.simulator.apiserver.kinds.Trees.fill;
import static dev.hcp.simulator.apiserver.kinds.Trees.text;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.simulator.apiserver.catalogue.Strategy;
import java.util.List;

/** Endpoints and slices of endpoints. */
final class EndpointStrategies {
    private static final List<String> PROTOCOLS = List.of("SCTP", "TCP", "UDP");

    private EndpointStrategies() {}

    static final class ForEndpoints implements Strategy {
        @Override
        public JsonObject defaults(JsonObject object) {
            return editItems(
                    object, "subsets", subset -> editItems(subset, "ports", port -> fill(port, "TCP", "protocol")));
        }

        @Override
        public void validate(JsonObject object, List<FieldError> errors) {
            List<JsonObject> subsets = FieldChecks.objects(object, "subsets");
            for (int i = 0; i < subsets.size(); i++) {
                checkSubset(subsets.get(i), "subsets[" + i + "]", errors);
            }
        }

        private static void checkSubset(JsonObject subset, String field, List<FieldError> errors) {
            if (subset.array("addresses").isEmpty()
                    && subset.array("notReadyAddresses").isEmpty()) {
                errors.add(FieldError.required(field, "must specify `addresses` or `notReadyAddresses`"));
            }
            for (String list : List.of("addresses", "notReadyAddresses")) {
                List<JsonObject> addresses = FieldChecks.objects(subset, list);
                for (int i = 0; i < addresses.size(); i++) {
                    AddressChecks.address(text(addresses.get(i), "ip"), field + "." + list + "[" + i + "].ip", errors);
                }
            }
            List<JsonObject> ports = FieldChecks.objects(subset, "ports");
            for (int i = 0; i < ports.size(); i++) {
                String at = field + ".ports[" + i + "]";
                String name = text(ports.get(i), "name");
                if (!name.isEmpty()) {
                    FieldChecks.dnsLabel(name, at + ".name", errors);
                } else if (ports.size() > 1) {
                    errors.add(FieldError.required(at + ".name", ""));
                }
                FieldChecks.port(ports.get(i).integer(0, "port"), at + ".port", errors);
                FieldChecks.oneOf(text(ports.get(i), "protocol"), PROTOCOLS, at + ".protocol", errors);
            }
        }
    }

    static final class ForSlice implements Strategy {
        private static final List<String> TYPES = List.of("FQDN", "IPv4", "IPv6");

        @Override
        public JsonObject defaults(JsonObject object) {
            return editItems(object, "ports", port -> fill(fill(port, "", "name"), "TCP", "protocol"));
        }

        @Override
        public boolean changesGeneration(JsonObject object, JsonObject old) {
            return !object.without("metadata").equals(old.without("metadata"));
        }

        @Override
        public void validate(JsonObject object, List<FieldError> errors) {
            FieldChecks.oneOf(text(object, "addressType"), TYPES, "addressType", errors);
            List<JsonObject> endpoints = FieldChecks.objects(object, "endpoints");
            for (int i = 0; i < endpoints.size(); i++) {
                if (endpoints.get(i).array("addresses").isEmpty()) {
                    errors.add(
                            FieldError.required("endpoints[" + i + "].addresses", "must contain at least 1 address"));
                }
            }
        }

        @Override
        public void validateUpdate(JsonObject object, JsonObject old, List<FieldError> errors) {
            validate(object, errors);
            String type = text(object, "addressType");
            if (!type.equals(text(old, "addressType"))) {
                errors.add(FieldError.invalid("addressType", type, FieldChecks.IMMUTABLE));
            }
        }
    }
}
