package dev.hcp.simulator.world.tuning;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Labels;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The TuneD profiles that the Tuned objects of a hosted cluster define, and which of them a node gets. */
final class TunedProfiles {
    /** What a node gets that no Tuned object is for. */
    static final String DEFAULT = "openshift-node";

    private final Map<String, String> data = new LinkedHashMap<>();
    private final List<Recommendation> recommendations = new ArrayList<>();

    private record Recommendation(String profile, long priority, JsonArray match) {}

    TunedProfiles(List<JsonObject> tuneds) {
        for (JsonObject tuned : tuneds) {
            for (Object item : tuned.array("spec", "profile")) {
                if (item instanceof JsonObject profile) {
                    data.put(String.valueOf(profile.text("name")), String.valueOf(profile.text("data")));
                }
            }
            for (Object item : tuned.array("spec", "recommend")) {
                if (item instanceof JsonObject recommend) {
                    recommendations.add(new Recommendation(
                            String.valueOf(recommend.text("profile")),
                            recommend.integer(Integer.MAX_VALUE, "priority"),
                            recommend.array("match")));
                }
            }
        }
        recommendations.sort((a, b) -> Long.compare(a.priority, b.priority));
    }

    /** The most important profile that is recommended for a node; the smallest number is the most important. */
    String of(JsonObject node) {
        JsonObject labels = node.object("metadata", "labels");
        for (Recommendation each : recommendations) {
            if (each.match().isEmpty() || anyMatches(each.match(), labels)) {
                return each.profile();
            }
        }
        return DEFAULT;
    }

    private static boolean anyMatches(JsonArray matches, JsonObject labels) {
        for (Object item : matches) {
            if (item instanceof JsonObject match) {
                String label = match.text("label");
                String value = match.text("value");
                boolean own = label == null
                        || (labels.containsKey(label) && (value == null || value.equals(labels.text(label))));
                JsonArray nested = match.array("match");
                if (own && (nested.isEmpty() || anyMatches(nested, labels))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A recommendation that names no nodes is for those of the pool that its config map is for. */
    static JsonArray recommendedFor(JsonArray recommend, String pool) {
        List<Object> all = new ArrayList<>();
        for (Object item : recommend) {
            if (item instanceof JsonObject each) {
                all.add(
                        each.array("match").isEmpty()
                                ? each.with(
                                        "match", JsonArray.of(JsonObject.of("label", Labels.NODE_POOL, "value", pool)))
                                : each);
            }
        }
        return JsonArray.copyOf(all);
    }

    /** The parameters of the kernel's command line that a profile, and those that it includes, ask for. */
    String kernelArguments(String profile) {
        StringBuilder arguments = new StringBuilder();
        collect(profile, new HashSet<>(), arguments);
        return arguments.toString().trim();
    }

    private void collect(String profile, Set<String> seen, StringBuilder arguments) {
        Optional<String> text = Optional.ofNullable(data.get(profile)).filter(found -> seen.add(profile));
        if (text.isEmpty()) {
            return;
        }
        String section = "";
        for (String raw : text.get().split("\n")) {
            String line = raw.trim();
            int equals = line.indexOf('=');
            if (line.startsWith("[") && line.endsWith("]")) {
                section = line.substring(1, line.length() - 1);
            } else if (section.equals("main") && line.startsWith("include") && equals > 0) {
                for (String included : line.substring(equals + 1).split(",")) {
                    collect(included.trim(), seen, arguments);
                }
            } else if (section.equals("bootloader") && line.startsWith("cmdline") && equals > 0) {
                String value = line.substring(equals + 1).trim();
                arguments
                        .append(value.startsWith("+") ? value.substring(1) : value)
                        .append(' ');
            }
        }
    }

    /** Names only. */
    @Override
    public String toString() {
        return "TunedProfiles" + data.keySet();
    }
}
