package dev.hcp.simulator.world.scheduling;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.List;

/** Which of the nodes that a pod fits suits it best: the scores of the scheduler with their weights. */
final class Ranking {
    private static final double FULL = 100;
    private static final double NODE_AFFINITY = 2;
    private static final double POD_AFFINITY = 2;
    private static final double SPREAD = 2;
    private static final double TAINTS = 3;
    /** What a pod that asks for nothing is taken to need when nodes are compared. */
    private static final long LEAST_CPU = 100;

    private static final long LEAST_MEMORY = 200L << 20;

    private final Fit fit;
    private final List<NodeState> nodes;
    private final double[] scores;

    /**
     * @param nodes nodes that the pod fits; among equals the first wins
     */
    Ranking(Fit fit, List<NodeState> nodes) {
        this.fit = fit;
        this.nodes = nodes;
        this.scores = new double[nodes.size()];
    }

    NodeState best() {
        if (nodes.size() > 1) {
            resources();
            nodeAffinity();
            podAffinity();
            spread();
            taints();
        }
        int best = 0;
        for (int i = 1; i < scores.length; i++) {
            if (scores[i] > scores[best]) {
                best = i;
            }
        }
        return nodes.get(best);
    }

    /** Least allocated, and processors and memory in balance; whole points, as the reference has them. */
    private void resources() {
        Demands demands = fit.pod().facts().demands();
        for (int i = 0; i < scores.length; i++) {
            NodeState node = nodes.get(i);
            double cpu = share(node.used().cpu() + Math.max(demands.cpu(), LEAST_CPU), node.cpu());
            double memory = share(node.used().memory() + Math.max(demands.memory(), LEAST_MEMORY), node.memory());
            scores[i] += Math.floor(((1 - cpu) + (1 - memory)) / 2 * FULL);
            scores[i] += Math.floor((1 - Math.abs(cpu - memory) / 2) * FULL);
        }
    }

    private static double share(long used, long all) {
        return all <= 0 ? 1 : Math.min(1, (double) used / all);
    }

    private void nodeAffinity() {
        JsonArray terms = fit.pod().preferredNodes();
        if (terms.isEmpty()) {
            return;
        }
        double[] weights = new double[scores.length];
        double most = 0;
        for (int i = 0; i < scores.length; i++) {
            for (int t = 0; t < terms.size(); t++) {
                JsonObject term = terms.object(t);
                if (term.get("preference") instanceof JsonObject preference
                        && NodeTerms.fits(preference, nodes.get(i))) {
                    weights[i] += term.integer(0, "weight");
                }
            }
            most = Math.max(most, weights[i]);
        }
        for (int i = 0; most > 0 && i < scores.length; i++) {
            scores[i] += NODE_AFFINITY * Math.floor(weights[i] / most * FULL);
        }
    }

    private void podAffinity() {
        if (!fit.affinities().hasLikings()) {
            return;
        }
        long[] likings = new long[scores.length];
        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        for (int i = 0; i < scores.length; i++) {
            likings[i] = fit.affinities().liking(nodes.get(i));
            least = Math.min(least, likings[i]);
            most = Math.max(most, likings[i]);
        }
        for (int i = 0; most > least && i < scores.length; i++) {
            scores[i] += POD_AFFINITY * Math.floor((double) (likings[i] - least) / (most - least) * FULL);
        }
    }

    private void spread() {
        if (!fit.spread().hasPreferences()) {
            return;
        }
        double[] crowds = new double[scores.length];
        double least = Double.MAX_VALUE;
        double most = 0;
        for (int i = 0; i < scores.length; i++) {
            crowds[i] = fit.spread().crowd(nodes.get(i));
            if (crowds[i] >= 0) {
                least = Math.min(least, crowds[i]);
                most = Math.max(most, crowds[i]);
            }
        }
        for (int i = 0; i < scores.length; i++) {
            if (crowds[i] >= 0) {
                double share = most == 0 ? 1 : (most + least - crowds[i]) / most;
                scores[i] += SPREAD * Math.floor(share * FULL);
            }
        }
    }

    private void taints() {
        int[] disliked = new int[scores.length];
        int most = 0;
        for (int i = 0; i < scores.length; i++) {
            for (Taint taint : nodes.get(i).taints()) {
                if (taint.effect().equals(Taint.PREFER_NO_SCHEDULE)
                        && !taint.isTolerated(fit.pod().tolerations())) {
                    disliked[i]++;
                }
            }
            most = Math.max(most, disliked[i]);
        }
        for (int i = 0; most > 0 && i < scores.length; i++) {
            scores[i] += TAINTS * Math.floor(FULL - FULL * disliked[i] / most);
        }
    }
}
