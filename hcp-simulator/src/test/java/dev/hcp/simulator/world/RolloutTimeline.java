package dev.hcp.simulator.world;

import dev.hcp.api.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes down what becomes of a pool's machines, as a table for people. Machines are numbered as they are made. */
final class RolloutTimeline {
    private static final String TARGET = "hypershift.openshift.io/nodePoolTargetConfigVersion";
    private static final String MCO = "machineconfiguration.openshift.io/";
    /** What is told of machines, in the order in which it is told when it happens at once. */
    private static final List<String> ORDER =
            List.of("%s made", "%s ready", "%s back", "%s drained", "%s on the new system", "%s not ready", "%s gone");

    private final Workers workers;
    private final Instant start;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final Map<String, String> states = new TreeMap<>();
    private final Map<String, String> facts = new LinkedHashMap<>();
    private final Map<String, Set<Integer>> happened = new LinkedHashMap<>();
    private final List<String> told = new ArrayList<>();
    private final List<String> rows = new ArrayList<>();
    private String counts = "";
    private Duration time = Duration.ZERO;

    /** Begins now, with the machines there are. */
    RolloutTimeline(Workers workers) {
        this.workers = workers;
        this.start = workers.simulator().now();
        observe();
        happened.clear();
        told.clear();
        rows.clear();
    }

    /** The machine of a number. */
    String name(int number) {
        return numbers.entrySet().stream()
                .filter(each -> each.getValue() == number)
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    /** Something a user does. */
    void says(String what, Runnable action) {
        flush();
        time = elapsed();
        told.add("**" + what + "**");
        action.run();
        observe();
    }

    /** Runs until nothing is left to do, and on for as long as nothing happens by itself. */
    void runFor(Duration duration) {
        workers.simulator()
                .runUntil(
                        () -> {
                            observe();
                            return false;
                        },
                        duration);
        flush();
    }

    private Duration elapsed() {
        return Duration.ofSeconds(
                Duration.between(start, workers.simulator().now()).toSeconds());
    }

    private void observe() {
        Duration now = elapsed();
        if (!now.equals(time)) {
            flush();
            time = now;
        }
        List<JsonObject> machines = new ArrayList<>(workers.machines());
        machines.sort(Comparator.comparing(
                        (JsonObject machine) -> String.valueOf(machine.text("metadata", "creationTimestamp")))
                .thenComparing(Meta::name));
        Map<String, JsonObject> nodes = new TreeMap<>();
        if (workers.simulator().guest("clusters", "demo").isPresent()) {
            workers.nodes().forEach(node -> nodes.put(Meta.name(node), node));
        }
        Map<String, String> next = new TreeMap<>();
        int old = 0;
        int current = 0;
        for (JsonObject machine : machines) {
            String name = Meta.name(machine);
            numbers.computeIfAbsent(name, made -> numbers.size() + 1);
            JsonObject node = nodes.get(name);
            next.put(name, state(machine, node));
            if (isCurrent(machine, node)) {
                current++;
            } else {
                old++;
            }
        }
        next.forEach((name, state) -> moved(name, states.get(name), state));
        states.forEach((name, state) -> {
            if (!next.containsKey(name)) {
                note(name, "%s gone");
            }
        });
        states.clear();
        states.putAll(next);
        pool();
        long ready = nodes.values().stream()
                .filter(node -> "True".equals(Cluster.condition(node, "Ready").text("status"))
                        && !node.isTrue("spec", "unschedulable"))
                .count();
        counts = old + " | " + current + " | " + ready;
    }

    private static String state(JsonObject machine, @Nullable JsonObject node) {
        if (Meta.deleting(machine)) {
            return "%s drained";
        }
        if (node == null) {
            return "%s made";
        }
        String ready = Cluster.condition(node, "Ready").text("status");
        if (!"True".equals(ready)) {
            return "%s not ready";
        }
        if (!node.isTrue("spec", "unschedulable")) {
            return "%s ready";
        }
        String runs = node.text("metadata", "annotations", MCO + "currentConfig");
        String wanted = node.text("metadata", "annotations", MCO + "desiredConfig");
        return runs != null && runs.equals(wanted) ? "%s on the new system" : "%s drained";
    }

    private void moved(String name, @Nullable String before, String now) {
        boolean joins = "%s made".equals(before) && "%s not ready".equals(now);
        if (now.equals(before) || joins) {
            return;
        }
        note(
                name,
                before != null && !before.equals("%s made") && now.equals("%s ready") && known(name) ? "%s back" : now);
    }

    /** Whether a machine has been ready before. */
    private boolean known(String name) {
        return facts.containsKey("ready " + name);
    }

    private void note(String name, String what) {
        if (what.equals("%s ready")) {
            facts.put("ready " + name, "");
        }
        happened.computeIfAbsent(what, absent -> new TreeSet<>()).add(numbers.get(name));
    }

    /** Whether a machine is what the pool wants. */
    private boolean isCurrent(JsonObject machine, @Nullable JsonObject node) {
        String pool = machine.text("metadata", "annotations", "hypershift.openshift.io/nodePool");
        String name = pool == null ? "demo" : pool.substring(pool.indexOf('/') + 1);
        for (String kind : List.of("MachineDeployment", "MachineSet")) {
            for (JsonObject owner : workers.list(kind)) {
                if (!Meta.name(owner).equals(name)) {
                    continue;
                }
                String target = owner.text("metadata", "annotations", TARGET);
                String runs = node == null ? null : node.text("metadata", "annotations", MCO + "currentConfig");
                boolean alike = java.util.Objects.equals(
                                owner.at("spec", "template", "spec", "bootstrap"), machine.at("spec", "bootstrap"))
                        && java.util.Objects.equals(
                                owner.at("spec", "template", "spec", "version"), machine.at("spec", "version"));
                return target != null && runs != null ? runs.equals(target) : alike;
            }
        }
        return false;
    }

    private void pool() {
        workers.findPool().ifPresent(pool -> {
            fact("version", pool.text("status", "version"), "the pool reports version `%s`");
            for (String type : List.of("UpdatingVersion", "UpdatingConfig")) {
                JsonObject condition = Cluster.condition(pool, type);
                String reason = condition.text("reason");
                boolean plain = reason == null || reason.isEmpty() || reason.equals("AsExpected");
                fact(type, condition.text("status") + (plain ? "" : ", `" + reason + "`"), "`" + type + "` is %s");
            }
        });
    }

    private void fact(String name, @Nullable String value, String text) {
        String before = facts.put(name, String.valueOf(value));
        // The pool has no word for it while it only waits.
        if (before != null && value != null && !value.equals(before) && !value.equals("unknown")) {
            told.add(text.formatted(value));
        }
    }

    private void flush() {
        List<String> parts = new ArrayList<>(told);
        happened.entrySet().stream()
                .sorted(Comparator.comparingInt(each -> ORDER.indexOf(each.getKey())))
                .forEach(each -> parts.add(sentence(each.getKey(), each.getValue())));
        if (!parts.isEmpty()) {
            rows.add("| " + clock(time) + " | " + String.join("; ", parts) + " | " + counts + " |");
        }
        told.clear();
        happened.clear();
    }

    private static String sentence(String what, Set<Integer> machines) {
        String list = machines.stream().map(String::valueOf).collect(Collectors.joining(", "));
        int last = list.lastIndexOf(", ");
        String subject = last < 0
                ? "machine " + list + " is"
                : "machines " + list.substring(0, last) + " and " + list.substring(last + 2) + " are";
        return what.formatted(subject);
    }

    private static String clock(Duration time) {
        long seconds = time.toSeconds();
        return String.format(java.util.Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    /** The table. */
    String table() {
        flush();
        return "| time | what happens | old | new | ready |\n|---|---|---|---|---|\n" + String.join("\n", rows) + "\n";
    }
}
