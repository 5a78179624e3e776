package dev.hcp.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an update would do, in order, and what speaks against it. Immutable.
 *
 * @param image release image that is the target
 * @param version its version; empty when nothing tells it, which is a problem, too
 * @param controlPlane the first step; nothing when the control plane is not to be updated, or has the release
 * @param nodePools the steps after that, by name
 * @param problems what has to be mended first; nothing is changed while there are any
 * @param warnings what to know before
 */
public record UpgradePlan(
        String image,
        String version,
        Optional<Step> controlPlane,
        List<Step> nodePools,
        List<String> problems,
        List<String> warnings) {
    /**
     * The update of one thing.
     *
     * @param name name of the hosted cluster or node pool
     * @param from version that it runs now; empty when it runs none yet
     * @param explanation what would roll, and how
     */
    public record Step(String name, String from, String explanation) {}

    /** Copies the lists. */
    public UpgradePlan {
        nodePools = List.copyOf(nodePools);
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
    }

    /** All of it for people, a line each. */
    public String explain() {
        List<String> lines = new ArrayList<>();
        lines.add("update to " + (version.isEmpty() ? "an unknown version" : version) + " (" + image + ")");
        List<Step> steps = new ArrayList<>();
        controlPlane.ifPresent(steps::add);
        steps.addAll(nodePools);
        if (steps.isEmpty()) {
            lines.add("  nothing to do: everything has this release");
        }
        for (int i = 0; i < steps.size(); i++) {
            lines.add("  " + (i + 1) + ". " + steps.get(i).explanation());
        }
        problems.forEach(problem -> lines.add("  problem: " + problem));
        warnings.forEach(warning -> lines.add("  warning: " + warning));
        return String.join("\n", lines);
    }
}
