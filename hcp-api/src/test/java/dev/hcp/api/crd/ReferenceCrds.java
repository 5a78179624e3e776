package dev.hcp.api.crd;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.ocm.KlusterletAddonConfig;
import dev.hcp.api.schema.Edition;
import dev.hcp.testing.Shared;
import io.fabric8.kubernetes.client.CustomResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The reference definitions of the kinds that have a definition of ours, by edition. */
final class ReferenceCrds {
    private static final Map<Edition, List<String>> DIRECTORIES = Map.of(
            Edition.V4_17,
            List.of(
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
                    "crds/metallb"),
            Edition.LATEST,
            List.of("crds/hypershift-latest"));
    private static final Map<Edition, Map<String, JsonObject>> FOUND = new ConcurrentHashMap<>();

    private ReferenceCrds() {}

    /** A kind in an edition. */
    record KindInEdition(Class<? extends CustomResource<?, ?>> kind, Edition edition) {
        JsonObject ours() {
            return Crds.of(kind, edition);
        }

        JsonObject reference() {
            return of(edition).getOrDefault(CustomResource.getCRDName(kind), JsonObject.EMPTY);
        }

        @Override
        public String toString() {
            return CustomResource.getCRDName(kind) + " " + edition.value();
        }
    }

    /**
     * Our kinds in both editions that have a reference: in 4.17 all but those whose definition is not public, in the latest
     * HyperShift's own.
     */
    static List<KindInEdition> kinds() {
        List<KindInEdition> all = new ArrayList<>();
        for (Edition edition : Edition.values()) {
            for (Class<? extends CustomResource<?, ?>> kind : Crds.kinds(edition)) {
                KindInEdition place = new KindInEdition(kind, edition);
                boolean expected = edition == Edition.V4_17 && kind != KlusterletAddonConfig.class;
                if (expected || !place.reference().isEmpty()) {
                    all.add(place);
                }
            }
        }
        return all;
    }

    /** The reference definitions of an edition, by name. */
    static Map<String, JsonObject> of(Edition edition) {
        return FOUND.computeIfAbsent(edition, ReferenceCrds::read);
    }

    private static Map<String, JsonObject> read(Edition edition) {
        Map<String, JsonObject> definitions = new TreeMap<>();
        for (String directory : DIRECTORIES.get(edition)) {
            for (Path file : Shared.files(directory, ".yaml")) {
                try {
                    Object tree = Json.freeze(Json.serialization().unmarshal(Files.readString(file), Map.class));
                    if (tree instanceof JsonObject definition) {
                        definitions.put(String.valueOf(definition.text("metadata", "name")), definition);
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return definitions;
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
