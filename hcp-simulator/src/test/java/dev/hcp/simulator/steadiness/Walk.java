package dev.hcp.simulator.steadiness;

import dev.hcp.simulator.kernel.HistoryEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What somebody does with a management cluster, and whether all is right whenever nothing is broken and nothing happens any
 * more. In the end all that is paused is resumed, and all is deleted.
 */
final class Walk {
    private final long seed;
    private final List<UserAction> actions;
    private final List<String> violations = new ArrayList<>();

    private Walk(long seed, List<UserAction> actions) {
        this.seed = seed;
        this.actions = actions;
    }

    /** What was not right, and when; empty when all was. */
    static List<String> violations(long seed, List<UserAction> actions) {
        Walk walk = new Walk(seed, actions);
        try (WalkedWorld world = new WalkedWorld(seed)) {
            walk.go(world);
        }
        return walk.violations;
    }

    /** What happened. */
    static String history(long seed, List<UserAction> actions) {
        try (WalkedWorld world = new WalkedWorld(seed)) {
            new Walk(seed, actions).go(world);
            return world.simulator.history().text();
        }
    }

    /** How to walk that way again. */
    static String text(long seed, List<UserAction> actions) {
        return actions.stream().map(Object::toString).collect(Collectors.joining("; ", "seed " + seed + ": ", ""));
    }

    private void go(WalkedWorld world) {
        for (int i = 0; i < actions.size() && violations.isEmpty(); i++) {
            if (actions.get(i) instanceof UserAction.Quiet) {
                world.mend();
                look(world, "at action " + (i + 1));
            } else {
                world.act(actions.get(i));
            }
        }
        if (violations.isEmpty()) {
            world.mend();
            world.resumeAll();
            look(world, "in the end");
        }
        if (violations.isEmpty()) {
            world.deleteAll();
            look(world, "after deletion");
            world.simulator.advance(Duration.ofHours(2));
            Set<String> left = world.left();
            if (!left.isEmpty()) {
                violations.add("deletion left " + left);
            }
        }
        if (!violations.isEmpty() && System.getProperty("hcp.walk.history") != null) {
            System.out.println(world.simulator.history().text());
        }
    }

    private void look(WalkedWorld world, String when) {
        world.deletePoolsWithoutCluster();
        boolean settled = world.settles();
        if (!settled) {
            violations.add(when + ": it is never quiet; the last that happened:\n" + tail(world, 30));
        }
        Invariants.violatedIn(world).forEach(violation -> violations.add(when + ": " + violation));
        if (settled && violations.isEmpty()) {
            staysQuiet(world, when);
        }
    }

    /** Nobody fails again and again, nobody writes again and again. */
    private void staysQuiet(WalkedWorld world, String when) {
        long start = Duration.between(WalkedWorld.START, world.simulator.now()).toNanos();
        world.simulator.advance(Duration.ofMinutes(30));
        world.simulator.history().entries().stream()
                .filter(entry -> entry.at() > start && isUnexplained(world, entry))
                .limit(5)
                .forEach(entry -> violations.add(when + ", although it was quiet: " + entry.text()));
    }

    /** Events go after an hour, and what is asked for in vain is tried again and again, which Events tell. */
    private static boolean isUnexplained(WalkedWorld world, HistoryEntry entry) {
        if (entry instanceof HistoryEntry.Commit commit) {
            return !commit.type().kind().equals("Event");
        }
        return !(entry instanceof HistoryEntry.Failure failure && Invariants.asksInVain(world, failure.key()));
    }

    static String tail(WalkedWorld world, int lines) {
        List<String> all = world.simulator.history().text().lines().toList();
        return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
    }
}
