package dev.hcp.simulator.apiserver.kinds;

import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.catalogue.Strategy;
import java.util.Objects;

/** A kind whose generation counts changes of the spec. */
abstract class CountsSpec implements Strategy {
    @Override
    public boolean changesGeneration(JsonObject object, JsonObject old) {
        return !Objects.equals(object.get("spec"), old.get("spec"));
    }
}
