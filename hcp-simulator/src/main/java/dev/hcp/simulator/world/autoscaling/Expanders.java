package dev.hcp.simulator.world.autoscaling;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.json.Yaml;
import dev.hcp.api.json.YamlSyntaxException;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.kernel.Seed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.PatternSyntaxException;

/** Chooses the group that gets more nodes, by the autoscaler's expanders one after the other; by lot in the end. */
final class Expanders {
    private static final String PRIORITIES = "cluster-autoscaler-priority-expander";

    private final Objects guest;
    private final Seed seed;

    Expanders(Objects guest, Seed seed) {
        this.guest = guest;
        this.seed = seed;
    }

    /** The best of at least one option. */
    ScaleUp.Option best(List<ScaleUp.Option> options, List<String> expanders) {
        List<ScaleUp.Option> left = options;
        for (String expander : expanders) {
            left = switch (expander.trim()) {
                case "priority" -> byPriority(left);
                case "least-waste" -> least(left, Comparator.comparingDouble(ScaleUp.Option::waste));
                case "most-pods" ->
                    least(left, Comparator.comparingInt(option -> -option.pods().size()));
                case "least-nodes" -> least(left, Comparator.comparingInt(ScaleUp.Option::nodes));
                default -> left;
            };
        }
        StringBuilder lot = new StringBuilder("expander");
        left.forEach(option -> lot.append(' ').append(option.group()));
        return left.get(seed.stream(lot.toString()).nextInt(left.size()));
    }

    private static List<ScaleUp.Option> least(List<ScaleUp.Option> options, Comparator<ScaleUp.Option> order) {
        ScaleUp.Option best = options.stream().min(order).orElseThrow();
        return options.stream()
                .filter(option -> order.compare(option, best) == 0)
                .toList();
    }

    /** Those of the highest priority that a user gave to any of them; all where nobody did. */
    private List<ScaleUp.Option> byPriority(List<ScaleUp.Option> options) {
        for (List<String> patterns : priorities().descendingMap().values()) {
            List<ScaleUp.Option> fitting = new ArrayList<>();
            for (ScaleUp.Option option : options) {
                if (patterns.stream()
                        .anyMatch(pattern -> fits(pattern, option.group().id()))) {
                    fitting.add(option);
                }
            }
            if (!fitting.isEmpty()) {
                return fitting;
            }
        }
        return options;
    }

    private static boolean fits(String pattern, String id) {
        try {
            return java.util.regex.Pattern.compile(pattern).matcher(id).find();
        } catch (PatternSyntaxException notOne) {
            return false;
        }
    }

    private TreeMap<Long, List<String>> priorities() {
        TreeMap<Long, List<String>> priorities = new TreeMap<>();
        Optional<String> text = guest.get(guest.resource("v1", "ConfigMap"), "kube-system", PRIORITIES)
                .map(found -> found.text("data", "priorities"));
        if (text.isPresent() && parsed(text.get()) instanceof JsonObject map) {
            for (Map.Entry<String, ?> entry : map.entrySet()) {
                if (entry.getKey().matches("[0-9]{1,9}") && entry.getValue() instanceof JsonArray patterns) {
                    priorities.put(
                            Long.valueOf(entry.getKey()),
                            patterns.stream().map(String::valueOf).toList());
                }
            }
        }
        return priorities;
    }

    /** What cannot be read counts as no priorities, as for the reference. */
    private static Object parsed(String text) {
        try {
            Object tree = Yaml.parse(text, new ArrayList<>());
            return tree == null ? JsonObject.EMPTY : tree;
        } catch (YamlSyntaxException unreadable) {
            return JsonObject.EMPTY;
        }
    }
}
