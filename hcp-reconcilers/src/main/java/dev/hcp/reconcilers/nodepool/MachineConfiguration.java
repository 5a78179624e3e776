package dev.hcp.reconcilers.nodepool;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Labels;
import dev.hcp.api.names.Naming;
import dev.hcp.platforms.ReleaseMetadata;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The configuration of a pool's machines, collected from all who have a say.
 *
 * @param text all documents with their defaults, sorted; what is hashed and handed to the ignition server
 * @param complete whether the documents that every cluster has are there
 * @param mirrored config maps of the user that the control plane needs a copy of
 */
record MachineConfiguration(String text, boolean complete, List<JsonObject> mirrored) {
    private static final String KEY = "config";
    private static final String SKIPS_HAPROXY = "io.openshift.hypershift.control-plane-operator-skips-haproxy";
    private static final int CORE_DOCUMENTS = 3;

    /** @throws InvalidPoolException when something the pool refers to is missing or wrong, all such problems in one */
    static MachineConfiguration of(PoolState state, ReleaseMetadata release, ManifestCache manifests) {
        List<String> documents = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        List<JsonObject> mirrored = new ArrayList<>();
        int expected =
                CORE_DOCUMENTS + (state.clusterSpec.getImageContentSources().isEmpty() ? 0 : 1);
        boolean complete = true;
        if (release.imageLabels().containsKey(SKIPS_HAPROXY)) {
            expected--;
            Optional<ConfigManifest> proxy = ApiServerProxyConfig.of(state, release, manifests);
            proxy.ifPresent(manifest -> documents.add(manifest.text()));
            complete = proxy.isPresent();
        }
        List<JsonObject> maps = new ArrayList<>();
        List<JsonObject> tuning = new ArrayList<>();
        for (JsonObject map : state.configMaps()) {
            JsonObject labels = map.object("metadata", "labels");
            if ("true".equals(labels.text(Labels.CORE_IGNITION_CONFIG))) {
                maps.add(map);
            } else if ("true".equals(labels.text(Labels.NTO_GENERATED_MACHINE_CONFIG))
                    && state.key.name().equals(labels.text(Labels.NODE_POOL))) {
                tuning.add(map);
            }
        }
        complete &= maps.size() == expected;
        for (LocalObjectReference reference : state.spec.getConfig()) {
            Optional<JsonObject> map = state.pass.tree(ConfigMap.class, state.key.namespace(), reference.getName());
            map.ifPresentOrElse(maps::add, () -> problems.add("configmaps \"" + reference.getName() + "\" not found"));
        }
        maps.addAll(tuning);
        for (JsonObject map : maps) {
            collect(map, manifests, documents, problems, mirrored);
        }
        if (!problems.isEmpty()) {
            throw new InvalidPoolException(aggregate(problems));
        }
        documents.sort(null);
        return new MachineConfiguration(String.join("\n---\n", documents), complete, mirrored);
    }

    private static void collect(
            JsonObject map,
            ManifestCache manifests,
            List<String> documents,
            List<String> problems,
            List<JsonObject> mirrored) {
        String text = map.text("data", KEY);
        for (String document : ConfigManifest.documents(text == null ? "" : text)) {
            try {
                ConfigManifest manifest = manifests.get(document);
                documents.add(manifest.text());
                if (manifest.kind().equals("ContainerRuntimeConfig")) {
                    mirrored.add(map);
                }
            } catch (InvalidPoolException e) {
                problems.add("configmap \"" + map.text("metadata", "name") + "\" yaml document failed validation: "
                        + e.getMessage());
            }
        }
    }

    /** Several problems are listed in brackets, each once. */
    static String aggregate(List<String> problems) {
        List<String> different = problems.stream().distinct().toList();
        return different.size() == 1 ? different.get(0) : "[" + String.join(", ", different) + "]";
    }

    /** The copies that the control plane needs, by name. */
    Map<String, JsonObject> mirrors(PoolState state) {
        Map<String, JsonObject> mirrors = new LinkedHashMap<>();
        for (JsonObject map : mirrored) {
            String name = Naming.shortName(String.valueOf(map.text("metadata", "name")), state.key.name());
            mirrors.put(
                    name,
                    PoolConfigMaps.tree(
                            state,
                            name,
                            JsonObject.of(
                                    Labels.NODE_POOL,
                                    state.key.name(),
                                    Labels.MIRRORED_CONFIG,
                                    "",
                                    Labels.CONTAINERRUNTIMECONFIG_CONFIG,
                                    "true"),
                            map.object("data")));
        }
        return mirrors;
    }
}
