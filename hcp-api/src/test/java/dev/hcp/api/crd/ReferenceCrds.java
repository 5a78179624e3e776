package dev.hcp.api.crd;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.ocm.KlusterletAddonConfig;
import dev.hcp.testing.Shared;
import io.fabric8.kubernetes.client.CustomResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The reference definitions of the kinds that have a definition of ours. */
final class ReferenceCrds {
    private static final List<String> DIRECTORIES = List.of(
            "crds/hypershift-4.17",
            "crds/cluster-api",
            "crds/capi-kubevirt",
            "crds/capi-agent",
            "crds/kubevirt",
            "crds/openshift",
            "crds/capi-aws",
            "crds/agent-install",
            "crds/metal3",
            "crds/open-cluster-management",
            "crds/velero",
            "crds/metallb");
    private static final Map<String, JsonObject> FOUND = new ConcurrentHashMap<>();

    private ReferenceCrds() {}

    /** The kinds that have a reference: all but those whose definition is not public. */
    static Stream<Class<? extends CustomResource<?, ?>>> kinds() {
        return Crds.kinds().stream().filter(kind -> kind != KlusterletAddonConfig.class);
    }

    static JsonObject of(Class<? extends CustomResource<?, ?>> kind) {
        String name = CustomResource.getCRDName(kind);
        if (FOUND.isEmpty()) {
            for (String directory : DIRECTORIES) {
                Shared.files(directory, ".yaml").forEach(ReferenceCrds::read);
            }
        }
        return FOUND.getOrDefault(name, JsonObject.EMPTY);
    }

    private static void read(Path file) {
        try {
            Object tree = Json.freeze(Json.serialization().unmarshal(Files.readString(file), Map.class));
            if (tree instanceof JsonObject definition) {
                FOUND.put(String.valueOf(definition.text("metadata", "name")), definition);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The version of a definition in which objects are stored. */
    static JsonObject storedVersion(JsonObject definition) {
        JsonArray versions = definition.array("spec", "versions");
        for (int i = 0; i < versions.size(); i++) {
            if (versions.object(i).isTrue("storage")) {
                return versions.object(i);
            }
        }
        throw new AssertionError("no stored version in " + definition.text("metadata", "name"));
    }
}
