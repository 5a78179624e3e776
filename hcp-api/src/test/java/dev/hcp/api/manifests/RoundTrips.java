package dev.hcp.api.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.crd.Crds;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.CustomResource;
import java.util.Optional;

/** Reads objects into their typed form and writes them back. */
final class RoundTrips {
    private RoundTrips() {}

    /** The type of an object, by group and kind; older versions of a kind are read by the same type. */
    static Optional<Class<? extends CustomResource<?, ?>>> kindOf(JsonObject object) {
        String apiVersion = String.valueOf(object.get("apiVersion"));
        return Crds.kinds().stream()
                .filter(kind -> HasMetadata.getKind(kind).equals(object.get("kind"))
                        && apiVersion.startsWith(HasMetadata.getGroup(kind) + "/"))
                .findFirst();
    }

    static CustomResource<?, ?> typed(JsonObject object) {
        Class<? extends CustomResource<?, ?>> kind =
                kindOf(object).orElseThrow(() -> new AssertionError("no type for " + object.get("kind")));
        return Json.toType(object, kind);
    }

    /**
     * Checks that nothing is lost. The envelope is fabric8's: it has the version of its type, and leaves out nulls and, in
     * metadata, empty maps.
     */
    static void check(JsonObject object) {
        CustomResource<?, ?> typed = typed(object);
        assertThat(withPlainEnvelope(Json.toTree(typed)))
                .as("%s %s", object.get("kind"), object.at("metadata", "name"))
                .isEqualTo(withPlainEnvelope(object.with("apiVersion", typed.getApiVersion())));
    }

    private static JsonObject withPlainEnvelope(JsonObject whole) {
        JsonObject object = whole;
        for (String name : whole.keySet()) {
            object = object.get(name) == null ? object.without(name) : object;
        }
        JsonObject metadata = object.object("metadata");
        for (String name : metadata.keySet()) {
            Object value = metadata.get(name);
            if (value == null || value.equals(JsonObject.EMPTY)) {
                metadata = metadata.without(name);
            }
        }
        return object.with("metadata", metadata);
    }
}
