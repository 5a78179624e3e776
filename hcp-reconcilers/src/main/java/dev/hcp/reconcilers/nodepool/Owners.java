package dev.hcp.reconcilers.nodepool;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Owner references of an object. */
final class Owners {
    private Owners() {}

    /** The object's owner references with one added, or brought up to date where its kind and name are there. */
    static JsonArray with(JsonObject object, JsonObject owner) {
        List<@Nullable Object> owners = new ArrayList<>(object.array("metadata", "ownerReferences"));
        for (int i = 0; i < owners.size(); i++) {
            if (owners.get(i) instanceof JsonObject known
                    && Objects.equals(known.get("kind"), owner.get("kind"))
                    && Objects.equals(known.get("name"), owner.get("name"))) {
                JsonObject.Builder updated = known.toBuilder();
                owner.forEach(updated::put);
                owners.set(i, updated.build());
                return JsonArray.copyOf(owners);
            }
        }
        owners.add(owner);
        return JsonArray.copyOf(owners);
    }
}
