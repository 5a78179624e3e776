package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.kinds.Trees.edit;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.simulator.apiserver.catalogue.Strategy;
import java.util.List;
import java.util.Objects;

/** Pod templates on their own. */
final class PodTemplateStrategy implements Strategy {
    @Override
    public JsonObject defaults(JsonObject object) {
        return edit(object, "template", PodDefaults::template);
    }

    @Override
    public void validate(JsonObject object, List<FieldError> errors) {
        PodSpecChecks.spec(object.object("template", "spec"), "template.spec", errors);
    }

    @Override
    public boolean changesGeneration(JsonObject object, JsonObject old) {
        return !Objects.equals(object.get("template"), old.get("template"));
    }
}
