package dev.hcp.reconcilers.nodepool;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.json.Yaml;
import dev.hcp.api.names.Labels;
import dev.hcp.api.names.Naming;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code spec.tuningConfig} refers to.
 *
 * @param tuned the Tuned objects, sorted; empty text for none
 * @param profile the PerformanceProfile; empty text for none
 * @param profileName name of the config map that holds the profile
 */
record TuningConfiguration(String tuned, String profile, String profileName) {
    private static final String KEY = "tuning";

    /** @throws InvalidPoolException when something is missing or wrong */
    static TuningConfiguration of(PoolState state) {
        List<String> tuned = new ArrayList<>();
        List<String> profiles = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        String profileName = "";
        for (LocalObjectReference reference : state.spec.getTuningConfig()) {
            String name = reference.getName();
            Optional<ConfigMap> map = state.pass.get(ConfigMap.class, state.key.namespace(), name);
            if (map.isEmpty()) {
                problems.add("configmaps \"" + name + "\" not found");
                continue;
            }
            String text =
                    map.get().getData() == null ? null : map.get().getData().get(KEY);
            if (text == null) {
                problems.add("no manifest found in configmap \"" + name + "\" with key \"" + KEY + "\"");
                continue;
            }
            for (String document : ConfigManifest.documents(text)) {
                try {
                    JsonObject manifest = ConfigManifest.parseTuning(document);
                    if ("PerformanceProfile".equals(manifest.text("kind"))) {
                        profiles.add(Yaml.write(manifest));
                        profileName = name;
                    } else {
                        tuned.add(Yaml.write(manifest));
                    }
                } catch (InvalidPoolException e) {
                    problems.add("configmap \"" + name + "\" failed validation: " + e.getMessage());
                }
            }
        }
        if (profiles.size() > 1) {
            problems.add("there cannot be more than one PerformanceProfile per NodePool. found: " + profiles.size());
        }
        if (!problems.isEmpty()) {
            throw new InvalidPoolException(MachineConfiguration.aggregate(problems));
        }
        tuned.sort(null);
        return new TuningConfiguration(
                String.join("\n---\n", tuned), profiles.isEmpty() ? "" : profiles.get(0), profileName);
    }

    /** Hands both to the node tuning operator. */
    void reconcile(PoolState state) {
        PoolConfigMaps.reconcile(
                state, Labels.TUNED_CONFIG, wanted(state, tuned, "tuned-" + state.key.name(), Labels.TUNED_CONFIG));
        PoolConfigMaps.reconcile(
                state,
                Labels.PERFORMANCEPROFILE_CONFIG,
                wanted(
                        state,
                        profile,
                        Naming.shortName(profileName, state.key.name()),
                        Labels.PERFORMANCEPROFILE_CONFIG));
        PerformanceProfileConditions.report(state, !profile.isEmpty());
    }

    private static Map<String, JsonObject> wanted(PoolState state, String text, String name, String label) {
        Map<String, JsonObject> wanted = new LinkedHashMap<>();
        if (!text.isEmpty()) {
            JsonObject labels = JsonObject.of(label, "true", Labels.NODE_POOL, state.key.name());
            wanted.put(name, PoolConfigMaps.tree(state, name, labels, JsonObject.of(KEY, text)));
        }
        return wanted;
    }
}
