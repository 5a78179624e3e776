package dev.hcp.simulator.apiserver.kinds;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.catalogue.Strategy;

/** Namespaces carry their name as a label, and a finalizer of their own that holds them until they are empty. */
final class NamespaceStrategy implements Strategy {
    private static final String NAME_LABEL = "kubernetes.io/metadata.name";

    @Override
    public JsonObject defaults(JsonObject object) {
        String name = object.text("metadata", "name");
        return name == null || name.isEmpty() ? object : object.withAt(name, "metadata", "labels", NAME_LABEL);
    }

    @Override
    public JsonObject prepareForCreate(JsonObject object, Allocator allocator) {
        JsonArray finalizers = object.array("spec", "finalizers");
        return object.withAt(
                        finalizers.contains("kubernetes") ? finalizers : JsonArray.of("kubernetes"),
                        "spec",
                        "finalizers")
                .with("status", JsonObject.of("phase", "Active"));
    }

    @Override
    public JsonObject prepareForUpdate(JsonObject object, JsonObject old, Allocator allocator) {
        Object finalizers = old.at("spec", "finalizers");
        return finalizers == null
                ? object.withoutAt("spec", "finalizers")
                : object.withAt(finalizers, "spec", "finalizers");
    }
}
