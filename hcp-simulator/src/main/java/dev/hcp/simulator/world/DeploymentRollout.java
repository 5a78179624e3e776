package dev.hcp.simulator.world;

import dev.hcp.api.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the ReplicaSets of a Deployment are to be scaled now; the rules of the deployment controller. */
final class DeploymentRollout {
    private static final String PREFIX = "deployment.kubernetes.io/";

    private final JsonObject deployment;
    private final Optional<JsonObject> current;
    private final List<JsonObject> owned;

    /**
     * @param current the ReplicaSet of the present template
     * @param owned all ReplicaSets, oldest first
     */
    DeploymentRollout(JsonObject deployment, Optional<JsonObject> current, List<JsonObject> owned) {
        this.deployment = deployment;
        this.current = current;
        this.owned = owned;
    }

    static int replicas(JsonObject deployment) {
        return (int) deployment.integer(1, "spec", "replicas");
    }

    /** Whether only the present template has pods, as many as wanted, all of them available. */
    boolean complete() {
        return current.filter(set -> wantedOf(set) == replicas(deployment)
                                && set.integer(0, "status", "availableReplicas") == replicas(deployment))
                        .isPresent()
                && owned.stream().allMatch(set -> isCurrent(set) || (wantedOf(set) == 0 && existingOf(set) == 0));
    }

    /** The number of replicas of each ReplicaSet that is to be scaled, also where only what it is scaled for is news. */
    Map<JsonObject, Integer> scales() {
        Map<JsonObject, Integer> scales = new LinkedHashMap<>();
        int wanted = replicas(deployment);
        List<ProportionalScaling.Member> members =
                owned.stream().map(DeploymentRollout::member).toList();
        ProportionalScaling proportional = proportional();
        if (current.isEmpty() || deployment.isTrue("spec", "paused") || proportional.isDue(members)) {
            List<ProportionalScaling.Member> old = owned.stream()
                    .filter(set -> !isCurrent(set))
                    .map(DeploymentRollout::member)
                    .toList();
            Map<String, Integer> next = proportional.next(current.map(DeploymentRollout::member), old);
            for (JsonObject set : owned) {
                if (next.containsKey(Meta.name(set))) {
                    scales.put(set, next.get(Meta.name(set)));
                }
            }
        } else if ("Recreate".equals(deployment.text("spec", "strategy", "type"))) {
            recreate(scales, current.get(), wanted);
        } else {
            roll(scales, current.get(), wanted);
        }
        return scales;
    }

    private boolean isCurrent(JsonObject set) {
        return current.isPresent() && Meta.uid(set).equals(Meta.uid(current.get()));
    }

    private static int wantedOf(JsonObject set) {
        return (int) set.integer(1, "spec", "replicas");
    }

    private static int existingOf(JsonObject set) {
        return (int) set.integer(0, "status", "replicas");
    }

    private static int availableOf(JsonObject set) {
        return (int) set.integer(0, "status", "availableReplicas");
    }

    private static void scale(Map<JsonObject, Integer> scales, JsonObject set, int replicas) {
        if (wantedOf(set) != replicas) {
            scales.put(set, replicas);
        }
    }

    private static ProportionalScaling.Member member(JsonObject set) {
        return ProportionalScaling.Member.of(set, PREFIX);
    }

    private ProportionalScaling proportional() {
        boolean rolling = !"Recreate".equals(deployment.text("spec", "strategy", "type"));
        return new ProportionalScaling(
                replicas(deployment), surge(), (int) deployment.integer(0, "status", "replicas"), rolling);
    }

    private int surge() {
        return "Recreate".equals(deployment.text("spec", "strategy", "type")) ? 0 : share(deployment, "maxSurge", true);
    }

    /** What a set says of the Deployment that it is scaled for. */
    JsonObject annotations() {
        int wanted = replicas(deployment);
        return JsonObject.of(
                PREFIX + "desired-replicas", String.valueOf(wanted),
                PREFIX + "max-replicas", String.valueOf(wanted + surge()));
    }

    private void recreate(Map<JsonObject, Integer> scales, JsonObject newest, int wanted) {
        boolean oldGone = true;
        for (JsonObject set : owned) {
            if (!isCurrent(set)) {
                scale(scales, set, 0);
                oldGone &= existingOf(set) == 0 && wantedOf(set) == 0;
            }
        }
        if (oldGone) {
            scale(scales, newest, wanted);
        }
    }

    private void roll(Map<JsonObject, Integer> scales, JsonObject newest, int wanted) {
        int surge = share(deployment, "maxSurge", true);
        int unavailable = maxUnavailable(deployment);
        int total = owned.stream().mapToInt(DeploymentRollout::wantedOf).sum();
        int newWanted = wantedOf(newest);
        if (newWanted > wanted) {
            scale(scales, newest, wanted);
            return;
        }
        if (newWanted < wanted && total < wanted + surge) {
            newWanted += Math.min(wanted + surge - total, wanted - newWanted);
            scale(scales, newest, newWanted);
            return;
        }
        int minimum = wanted - unavailable;
        int newUnavailable = newWanted - availableOf(newest);
        int removable = total - minimum - newUnavailable;
        int available = owned.stream().mapToInt(DeploymentRollout::availableOf).sum();
        for (JsonObject set : owned) {
            int old = wantedOf(set);
            if (isCurrent(set) || old == 0 || removable <= 0) {
                continue;
            }
            int sick = Math.max(0, old - availableOf(set));
            int healthy = Math.max(0, Math.min(availableOf(set), available - minimum));
            int cut = Math.min(Math.min(old, removable), sick + healthy);
            available -= Math.max(0, cut - sick);
            removable -= cut;
            scale(scales, set, old - cut);
        }
    }

    /** How many pods may be unavailable while a Deployment rolls. */
    static int maxUnavailable(JsonObject deployment) {
        if ("Recreate".equals(deployment.text("spec", "strategy", "type"))) {
            return 0;
        }
        int unavailable = share(deployment, "maxUnavailable", false);
        return unavailable == 0 && share(deployment, "maxSurge", true) == 0 ? 1 : unavailable;
    }

    /** {@code maxSurge} or {@code maxUnavailable}: a number, or a percentage that is rounded up or down. */
    private static int share(JsonObject deployment, String field, boolean up) {
        int wanted = replicas(deployment);
        Object value = deployment.at("spec", "strategy", "rollingUpdate", field);
        if (value instanceof Long number) {
            return number.intValue();
        }
        String text = value instanceof String percentage ? percentage : "25%";
        int percent = Integer.parseInt(text.substring(0, text.length() - 1));
        return up ? (wanted * percent + 99) / 100 : wanted * percent / 100;
    }
}
