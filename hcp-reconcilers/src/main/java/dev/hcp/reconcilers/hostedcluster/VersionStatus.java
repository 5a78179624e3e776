package dev.hcp.reconcilers.hostedcluster;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code status.version}: what the version operator in the cluster says, or before it says anything, what can be known
 * from outside.
 */
final class VersionStatus {
    private VersionStatus() {}

    /**
     * The version's status.
     *
     * @param known what the cluster shows so far
     */
    static JsonObject of(ClusterView cluster, JsonObject known, Optional<JsonObject> controlPlane, Instant now) {
        JsonObject reported =
                controlPlane.orElse(JsonObject.EMPTY).object("status").object("versionStatus");
        if (!reported.isEmpty()) {
            return reported;
        }
        String image = cluster.controlPlaneReleaseImage();
        if (known.array("history").isEmpty()) {
            JsonObject desired = JsonObject.of("image", image, "version", "");
            return wanting(image, JsonObject.of("availableUpdates", null, "desired", desired), cluster, now);
        }
        JsonObject version = image.equals(known.text("desired", "image")) ? known : wanting(image, known, cluster, now);
        return controlPlane
                .filter(hcp -> runs(hcp, image))
                .map(hcp -> version.with("history", completed(version.array("history"), hcp.object("status"))))
                .orElse(version);
    }

    /** With another release on top of the history, whose roll-out begins now. */
    private static JsonObject wanting(String image, JsonObject version, ClusterView cluster, Instant now) {
        List<@Nullable Object> history = new ArrayList<>();
        history.add(partial(image, now.truncatedTo(ChronoUnit.SECONDS).toString()));
        history.addAll(version.array("history"));
        return version.withAt(image, "desired", "image")
                .with("history", JsonArray.copyOf(history))
                .with("observedGeneration", cluster.object().integer(0, "metadata", "generation"));
    }

    /** Whether a control plane runs the release that was asked of it, and that is this one. */
    private static boolean runs(JsonObject controlPlane, String image) {
        String own = controlPlane.text("spec", "controlPlaneReleaseImage");
        String asked = own == null || own.isEmpty() ? controlPlane.text("spec", "releaseImage") : own;
        return image.equals(asked) && image.equals(controlPlane.text("status", "releaseImage"));
    }

    private static JsonObject partial(String image, String now) {
        return JsonObject.of(
                "completionTime",
                null,
                "image",
                image,
                "startedTime",
                now,
                "state",
                "Partial",
                "verified",
                false,
                "version",
                "");
    }

    private static JsonArray completed(JsonArray history, JsonObject status) {
        JsonObject newest = history.object(0).with("state", "Completed").with("version", text(status, "version"));
        String time = status.text("lastReleaseImageTransitionTime");
        List<@Nullable Object> entries = new ArrayList<>(history);
        entries.set(0, time == null ? newest : newest.with("completionTime", time));
        return JsonArray.copyOf(entries);
    }

    private static String text(JsonObject status, String field) {
        String text = status.text(field);
        return text == null ? "" : text;
    }
}
