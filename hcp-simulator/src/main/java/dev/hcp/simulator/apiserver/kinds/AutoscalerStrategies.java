package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.kinds.Trees.edit;
import static dev.hcp.simulator.apiserver.kinds.Trees.fill;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.simulator.apiserver.catalogue.Strategy;
import java.util.List;

/** Autoscalers in their two versions. Both are checked as version 2, which complaints are about. */
final class AutoscalerStrategies {
    /** The share of the processor that is aimed at when nothing is said. */
    static final long DEFAULT_UTILIZATION = 80;

    private static final AutoscalerConversion CONVERSION = new AutoscalerConversion();

    private AutoscalerStrategies() {}

    static final class ForVersion1 implements Strategy {
        @Override
        public JsonObject defaults(JsonObject object) {
            JsonObject result = edit(object, "spec", spec -> fill(spec, 1L, "minReplicas"));
            return fill(fill(result, 0L, "status", "currentReplicas"), 0L, "status", "desiredReplicas");
        }

        /** What goes through the stored form and back, so that what version 1 cannot say shows at once. */
        @Override
        public JsonObject prepareForCreate(JsonObject object, Allocator allocator) {
            return throughStorage(object);
        }

        @Override
        public JsonObject prepareForUpdate(JsonObject object, JsonObject old, Allocator allocator) {
            return throughStorage(object);
        }

        private JsonObject throughStorage(JsonObject object) {
            JsonObject stored = CONVERSION.convert(object, AutoscalerConversion.VERSION_2);
            return defaults(CONVERSION.convert(stored, AutoscalerConversion.VERSION_1));
        }

        @Override
        public void validate(JsonObject object, List<FieldError> errors) {
            AutoscalerRules.check(CONVERSION.convert(object, AutoscalerConversion.VERSION_2), errors);
        }
    }

    static final class ForVersion2 implements Strategy {
        private static final JsonArray SCALE_UP = JsonArray.of(
                JsonObject.of("type", "Pods", "value", 4L, "periodSeconds", 15L),
                JsonObject.of("type", "Percent", "value", 100L, "periodSeconds", 15L));
        private static final JsonArray SCALE_DOWN =
                JsonArray.of(JsonObject.of("type", "Percent", "value", 100L, "periodSeconds", 15L));

        @Override
        public JsonObject defaults(JsonObject object) {
            JsonObject result = edit(object, "spec", spec -> {
                JsonObject filled = fill(spec, 1L, "minReplicas");
                if (filled.array("metrics").isEmpty()) {
                    filled = filled.with("metrics", JsonArray.of(AutoscalerConversion.processor(DEFAULT_UTILIZATION)));
                }
                return edit(filled, "behavior", ForVersion2::behaviorDefaults);
            });
            result = fill(result, 0L, "status", "desiredReplicas");
            return fill(result, null, "status", "currentMetrics");
        }

        private static JsonObject behaviorDefaults(JsonObject behavior) {
            JsonObject up = fill(behavior.object("scaleUp"), 0L, "stabilizationWindowSeconds");
            return behavior.with("scaleUp", scaling(up, SCALE_UP))
                    .with("scaleDown", scaling(behavior.object("scaleDown"), SCALE_DOWN));
        }

        private static JsonObject scaling(JsonObject rules, JsonArray policies) {
            return fill(fill(rules, "Max", "selectPolicy"), policies, "policies");
        }

        @Override
        public void validate(JsonObject object, List<FieldError> errors) {
            AutoscalerRules.check(object, errors);
        }
    }
}
