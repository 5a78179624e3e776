package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.kinds.Trees.edit;
import static dev.hcp.simulator.apiserver.kinds.Trees.fill;
import static dev.hcp.simulator.apiserver.kinds.Trees.text;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.api.validation.schema.NameRule;
import dev.hcp.simulator.apiserver.catalogue.Strategy;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Storage drivers, where they run, and how much they have to give. */
final class CsiStrategies {
    private static final String IMMUTABLE = "field is immutable";

    private CsiStrategies() {}

    static final class ForDriver implements Strategy {
        private static final long SHORTEST_TOKEN = 600;
        private static final long LONGEST_TOKEN = 1L << 32;

        @Override
        public JsonObject defaults(JsonObject object) {
            return edit(object, "spec", spec -> {
                JsonObject result = fill(spec, true, "attachRequired");
                for (String flag : List.of("podInfoOnMount", "storageCapacity", "requiresRepublish", "seLinuxMount")) {
                    result = fill(result, false, flag);
                }
                result = result.array("volumeLifecycleModes").isEmpty()
                        ? result.with("volumeLifecycleModes", JsonArray.of("Persistent"))
                        : result;
                return fill(result, "ReadWriteOnceWithFSType", "fsGroupPolicy");
            });
        }

        /** A driver has no generation until it is changed. */
        @Override
        public JsonObject prepareForUpdate(JsonObject object, JsonObject old, Allocator allocator) {
            if (Objects.equals(object.get("spec"), old.get("spec"))) {
                return object;
            }
            return object.withAt(old.integer(0, "metadata", "generation") + 1, "metadata", "generation");
        }

        @Override
        public void validate(JsonObject object, List<FieldError> errors) {
            Checks.oneOf(
                    "spec.fsGroupPolicy",
                    text(object, "spec", "fsGroupPolicy"),
                    List.of("File", "None", "ReadWriteOnceWithFSType"),
                    errors);
            JsonArray requests = object.array("spec", "tokenRequests");
            Set<String> audiences = new HashSet<>();
            for (int i = 0; i < requests.size(); i++) {
                String field = "spec.tokenRequests[" + i + "]";
                String audience = text(requests.object(i), "audience");
                if (!audiences.add(audience)) {
                    errors.add(FieldError.duplicate(field + ".audience", audience));
                }
                if (requests.object(i).get("expirationSeconds") instanceof Long seconds) {
                    if (seconds < SHORTEST_TOKEN) {
                        errors.add(FieldError.invalid(
                                field + ".expirationSeconds",
                                seconds,
                                "may not specify a duration less than 10 minutes"));
                    } else if (seconds > LONGEST_TOKEN) {
                        errors.add(FieldError.invalid(
                                field + ".expirationSeconds",
                                seconds,
                                "may not specify a duration larger than 2^32 seconds"));
                    }
                }
            }
            for (Object mode : object.array("spec", "volumeLifecycleModes")) {
                Checks.oneOf(
                        "spec.volumeLifecycleModes", String.valueOf(mode), List.of("Ephemeral", "Persistent"), errors);
            }
        }

        @Override
        public void validateUpdate(JsonObject object, JsonObject old, List<FieldError> errors) {
            validate(object, errors);
            if (object.isTrue("spec", "attachRequired") != old.isTrue("spec", "attachRequired")) {
                // The reference names the field so.
                errors.add(FieldError.invalid(
                        "spec.attachedRequired", object.isTrue("spec", "attachRequired"), IMMUTABLE));
            }
            JsonArray modes = object.array("spec", "volumeLifecycleModes");
            if (!modes.equals(old.array("spec", "volumeLifecycleModes"))) {
                errors.add(FieldError.invalidLiteral(
                        "spec.volumeLifecycleModes", Checks.goTexts("storage.VolumeLifecycleMode", modes), IMMUTABLE));
            }
        }
    }

    static final class ForNode implements Strategy {
        private static final int LONGEST_ID = 256;

        @Override
        public JsonObject defaults(JsonObject object) {
            return edit(
                    object,
                    "spec",
                    spec -> Trees.editItems(
                            spec,
                            "drivers",
                            driver -> driver.containsKey("topologyKeys") ? driver : driver.with("topologyKeys", null)));
        }

        @Override
        public void validate(JsonObject object, List<FieldError> errors) {
            JsonArray drivers = object.array("spec", "drivers");
            Set<String> names = new HashSet<>();
            for (int i = 0; i < drivers.size(); i++) {
                checkDriver(drivers.object(i), "spec.drivers[" + i + "]", names, errors);
            }
        }

        private static void checkDriver(JsonObject driver, String field, Set<String> names, List<FieldError> errors) {
            String name = text(driver, "name");
            DriverNames.check(field + ".name", name, errors);
            String id = text(driver, "nodeID");
            if (id.isEmpty()) {
                errors.add(FieldError.required(field + ".nodeID", id));
            } else if (id.length() > LONGEST_ID) {
                errors.add(FieldError.invalid(field + ".nodeID", id, "must be " + LONGEST_ID + " characters or less"));
            }
            long count = driver.integer(0, "allocatable", "count");
            if (count < 0) {
                errors.add(
                        FieldError.invalid(field + ".allocatable.count", count, "must be greater than or equal to 0"));
            }
            if (!names.add(name)) {
                errors.add(FieldError.duplicate(field + ".name", name));
            }
            Set<Object> keys = new HashSet<>();
            for (Object key : driver.array("topologyKeys")) {
                if (!keys.add(String.valueOf(key))) {
                    errors.add(FieldError.duplicate(field + ".topologyKeys", key));
                }
                Checks.qualifiedName(field + ".topologyKeys", String.valueOf(key), errors);
            }
        }

        /** Drivers come and go; one that stays is as it was. */
        @Override
        public void validateUpdate(JsonObject object, JsonObject old, List<FieldError> errors) {
            validate(object, errors);
            Map<String, JsonObject> before = new HashMap<>();
            JsonArray known = old.array("spec", "drivers");
            for (int i = 0; i < known.size(); i++) {
                before.put(text(known.object(i), "name"), known.object(i));
            }
            JsonArray drivers = object.array("spec", "drivers");
            for (int i = 0; i < drivers.size(); i++) {
                JsonObject driver = before.get(text(drivers.object(i), "name"));
                if (driver != null && !driver.equals(drivers.object(i))) {
                    errors.add(FieldError.invalid("CSINode", drivers.object(i), IMMUTABLE));
                }
            }
        }
    }

    static final class ForCapacity implements Strategy {
        @Override
        public void validate(JsonObject object, List<FieldError> errors) {
            Checks.name("storageClassName", text(object, "storageClassName"), NameRule.SUBDOMAIN, errors);
            for (String field : List.of("capacity", "maximumVolumeSize")) {
                Object amount = object.get(field);
                Amounts.number(amount).ifPresent(number -> {
                    if (number.signum() < 0) {
                        errors.add(FieldError.invalid(
                                field, String.valueOf(amount), "must be greater than or equal to 0"));
                    }
                });
            }
        }

        @Override
        public void validateUpdate(JsonObject object, JsonObject old, List<FieldError> errors) {
            validate(object, errors);
            Checks.immutable(object, old, errors, "nodeTopology");
            Checks.immutable(object, old, errors, "storageClassName");
        }
    }
}
