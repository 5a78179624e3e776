package dev.hcp.simulator.world;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.kernel.Seed;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Names, hashes and pods made from pod templates. */
final class PodTemplates {
    /** The characters of generated Kubernetes names. */
    private static final String ALPHABET = "bcdfghjklmnpqrstvwxz2456789";

    private PodTemplates() {}

    /** A hash of a template in the characters of Kubernetes names, such as {@code 6d4b75cb6d}. */
    static String hash(JsonObject template) {
        long hash = Seed.hash(Integer.toHexString(template.hashCode()) + template.size());
        StringBuilder text = new StringBuilder(10);
        for (int i = 0; i < 10; i++) {
            text.append(ALPHABET.charAt((int) Long.remainderUnsigned(hash, ALPHABET.length())));
            hash = Long.divideUnsigned(hash, ALPHABET.length());
        }
        return text.toString();
    }

    /** Five random characters, as at the end of a generated name. */
    static String suffix(RandomGenerator random) {
        StringBuilder text = new StringBuilder(5);
        for (int i = 0; i < 5; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    /** A pod from a template, controlled by an owner. */
    static JsonObject pod(JsonObject owner, JsonObject template, String name, JsonObject spec) {
        JsonObject metadata = JsonObject.builder(6)
                .put("name", name)
                .put("namespace", Meta.namespace(owner))
                .putIfPresent("labels", template.at("metadata", "labels"))
                .putIfPresent("annotations", template.at("metadata", "annotations"))
                .put("ownerReferences", JsonArray.of(Meta.controllerReference(owner)))
                .build();
        return JsonObject.of("apiVersion", "v1", "kind", "Pod", "metadata", metadata, "spec", spec);
    }

    /** Whether a pod passes its readiness probes. */
    static boolean ready(@Nullable JsonObject pod) {
        return pod != null && ConditionList.isTrue(pod.array("status", "conditions"), "Ready");
    }

    /** Whether a pod is neither finished nor being deleted. */
    static boolean active(JsonObject pod) {
        String phase = pod.text("status", "phase");
        return !Meta.deleting(pod) && !"Succeeded".equals(phase) && !"Failed".equals(phase);
    }
}
