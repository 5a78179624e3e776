package dev.hcp.simulator.world;

import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a controller wrote last of the object its turn was about. A turn leaves nothing to do about its own words, so that
 * hearing them is no reason for another.
 */
final class LastWords {
    private @Nullable JsonObject object;

    /** Notes the object as the turn leaves it. */
    void are(JsonObject left) {
        object = left;
    }

    /** Whether a change is the one that the turn made. */
    @SuppressWarnings("ReferenceEquality") // another state that is equal is news all the same
    boolean isLeftBy(Objects.Change change) {
        return object != null && change.after() == object;
    }
}
