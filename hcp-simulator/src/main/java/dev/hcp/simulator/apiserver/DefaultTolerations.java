package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.List;

/** The tolerations that every pod has unless it says otherwise: it is evicted five minutes after its node has gone. */
final class DefaultTolerations {
    private static final List<String> EVICTED_AFTER_FIVE_MINUTES =
            List.of("node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable");

    private DefaultTolerations() {}

    /** The pod with those of them that it lacks. */
    static JsonObject of(JsonObject pod) {
        JsonArray tolerations = pod.array("spec", "tolerations");
        for (String taint : EVICTED_AFTER_FIVE_MINUTES) {
            if (!tolerates(tolerations, taint)) {
                tolerations = tolerations.plus(JsonObject.of(
                        "key", taint, "operator", "Exists", "effect", "NoExecute", "tolerationSeconds", 300L));
            }
        }
        return tolerations.isEmpty() ? pod : pod.withAt(tolerations, "spec", "tolerations");
    }

    private static boolean tolerates(JsonArray tolerations, String taint) {
        for (int i = 0; i < tolerations.size(); i++) {
            JsonObject toleration = tolerations.object(i);
            String key = String.valueOf(toleration.get("key") == null ? "" : toleration.get("key"));
            String effect = toleration.text("effect");
            // A toleration without a key is of every taint, of which the reference takes note only by its effect.
            boolean fits = key.isEmpty() || key.equals(taint);
            if (fits && (effect == null || effect.isEmpty() || effect.equals("NoExecute"))) {
                return true;
            }
        }
        return false;
    }
}
