package dev.hcp.simulator.world.scheduling;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a pod asks of its node.
 *
 * @param cpu thousandths of a processor
 * @param memory bytes
 * @param others other resources by name, in whole units; ephemeral storage is not counted
 */
record Demands(long cpu, long memory, Map<String, Long> others) {
    private static final Demands NONE = new Demands(0, 0, Map.of());

    /** The sum over the containers, or what an init container needs alone if that is more. */
    static Demands of(JsonObject spec, Quantities quantities) {
        Demands sum = NONE;
        Demands most = NONE;
        JsonArray init = spec.array("initContainers");
        for (int i = 0; i < init.size(); i++) {
            Demands one = ofContainer(init.object(i), quantities);
            if ("Always".equals(init.object(i).get("restartPolicy"))) {
                sum = sum.plus(one);
                most = most.max(sum);
            } else {
                most = most.max(sum.plus(one));
            }
        }
        JsonArray containers = spec.array("containers");
        for (int i = 0; i < containers.size(); i++) {
            sum = sum.plus(ofContainer(containers.object(i), quantities));
        }
        Demands total = sum.max(most);
        return spec.get("overhead") instanceof JsonObject overhead ? total.plus(amounts(overhead, quantities)) : total;
    }

    private static Demands ofContainer(JsonObject container, Quantities quantities) {
        if (container.get("resources") instanceof JsonObject resources
                && resources.get("requests") instanceof JsonObject requests) {
            return amounts(requests, quantities);
        }
        return NONE;
    }

    private static Demands amounts(JsonObject amounts, Quantities quantities) {
        Map<String, Long> others = Map.of();
        for (int i = 0; i < amounts.size(); i++) {
            String name = amounts.keyAt(i);
            if (!name.equals("cpu") && !name.equals("memory") && !name.equals("ephemeral-storage")) {
                others = others.isEmpty() ? new TreeMap<>() : others;
                others.put(name, quantities.units(amounts.valueAt(i)));
            }
        }
        return new Demands(quantities.millis(amounts.get("cpu")), quantities.units(amounts.get("memory")), others);
    }

    private Demands plus(Demands more) {
        return new Demands(cpu + more.cpu, memory + more.memory, combined(others, more.others, true));
    }

    private Demands max(Demands other) {
        return new Demands(
                Math.max(cpu, other.cpu), Math.max(memory, other.memory), combined(others, other.others, false));
    }

    private static Map<String, Long> combined(Map<String, Long> left, Map<String, Long> right, boolean sum) {
        if (left.isEmpty() || right.isEmpty()) {
            return left.isEmpty() ? right : left;
        }
        Map<String, Long> both = new TreeMap<>(left);
        right.forEach((name, amount) -> both.merge(name, amount, sum ? Long::sum : Math::max));
        return both;
    }
}
