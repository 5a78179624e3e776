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

    static JsonObject of(ClusterView cluster, Optional<JsonObject> controlPlane, Instant now) {
        JsonObject reported =
                controlPlane.orElse(JsonObject.EMPTY).object("status").object("versionStatus");
        if (!reported.isEmpty()) {
            return reported;
        }
        JsonObject known = cluster.object().object("status", "version");
        String image = cluster.controlPlaneReleaseImage();
        JsonArray history = known.array("history");
        String time = now.truncatedTo(ChronoUnit.SECONDS).toString();
        if (history.isEmpty()) {
            return bootstrap(cluster, image, JsonArray.of(partial(image, time)));
        }
        if (!image.equals(known.text("desired", "image"))) {
            List<@Nullable Object> longer = new ArrayList<>();
            longer.add(partial(image, time));
            longer.addAll(history);
            return bootstrap(cluster, image, JsonArray.copyOf(longer));
        }
        JsonObject status = controlPlane.orElse(JsonObject.EMPTY).object("status");
        if (image.equals(status.text("releaseImage"))
                && !"Completed".equals(history.object(0).text("state"))) {
            return known.with("history", completed(history, status));
        }
        return known;
    }

    private static JsonObject bootstrap(ClusterView cluster, String image, JsonArray history) {
        return JsonObject.of(
                "availableUpdates",
                null,
                "desired",
                JsonObject.of("image", image, "version", ""),
                "history",
                history,
                "observedGeneration",
                cluster.object().integer(0, "metadata", "generation"));
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
        List<@Nullable Object> entries = new ArrayList<>(history);
        entries.set(
                0,
                history.object(0)
                        .with("state", "Completed")
                        .with("version", status.get("version"))
                        .with("completionTime", status.get("lastReleaseImageTransitionTime")));
        return JsonArray.copyOf(entries);
    }
}
