package dev.hcp.simulator.world;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.platforms.ReleaseMetadata;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The status of a ClusterVersion in the making: history, desired release, and conditions in the CVO's words. */
final class ClusterVersionReport {
    private final JsonObject live;
    private final ReleaseMetadata release;
    private final RetrievedUpdates updates;
    private final Instant now;
    private final List<JsonObject> history;
    private final ConditionList conditions;

    ClusterVersionReport(JsonObject live, ReleaseMetadata release, RetrievedUpdates updates, Instant now) {
        this.updates = updates;
        this.live = live;
        this.release = release;
        this.now = now;
        this.history = history();
        this.conditions = new ConditionList(live.array("status", "conditions"), now);
        updates.report(conditions);
        conditions
                .set(
                        "ReleaseAccepted",
                        true,
                        "PayloadLoaded",
                        "Payload loaded version=\"" + release.version() + "\" image=\"" + release.image()
                                + "\" architecture=\"" + release.payloadArch().toLowerCase(Locale.ROOT) + "\"")
                .set("ImplicitlyEnabledCapabilities", false, "AsExpected", "Capabilities match configured spec");
        if (ConditionList.find(live.array("status", "conditions"), "Available").isEmpty()) {
            conditions.set("Available", false, null, null);
        }
    }

    /** The history, newest first; a release that is newly desired begins an entry and ends that before it. */
    private List<JsonObject> history() {
        List<JsonObject> entries = new ArrayList<>();
        for (Object entry : live.array("status", "history")) {
            if (entry instanceof JsonObject object) {
                entries.add(object);
            }
        }
        if (entries.isEmpty() || !release.image().equals(entries.get(0).text("image"))) {
            if (!entries.isEmpty() && entries.get(0).get("completionTime") == null) {
                entries.set(0, entries.get(0).with("completionTime", Meta.time(now)));
            }
            entries.add(
                    0,
                    JsonObject.builder(6)
                            .put("completionTime", null)
                            .put("image", release.image())
                            .put("startedTime", Meta.time(now))
                            .put("state", "Partial")
                            .put("verified", false)
                            .put("version", release.version())
                            .build());
        }
        return entries;
    }

    /** Whether the newest release is not completed. */
    boolean rolling() {
        return !"Completed".equals(history.get(0).text("state"));
    }

    /** Whether a release that is not the first is on its way. */
    boolean updating() {
        return rolling() && history.size() > 1;
    }

    /** When the roll-out of the newest release began. */
    Instant startedAt() {
        return Instant.parse(String.valueOf(history.get(0).text("startedTime")));
    }

    /** Says how far the roll-out is; nobody waited for completes it. */
    void progress(int total, List<String> waiting) {
        String version = release.version();
        if (waiting.isEmpty()) {
            JsonObject completed =
                    history.get(0).with("completionTime", Meta.time(now)).with("state", "Completed");
            history.set(0, completed);
            conditions.set("Available", true, null, "Done applying " + version);
            conditions.set("Progressing", false, null, "Cluster version is " + version);
            return;
        }
        int done = total - waiting.size();
        String message = "Working towards " + version + ": " + done + " of " + total + " done (" + (100 * done / total)
                + "% complete)";
        if (waiting.size() <= 5) {
            conditions.set(
                    "Progressing",
                    true,
                    waiting.size() == 1 ? "ClusterOperatorNotAvailable" : "ClusterOperatorsNotAvailable",
                    message + ", waiting on " + String.join(", ", waiting));
        } else {
            conditions.set("Progressing", true, null, message);
        }
    }

    /** @param upgradeability what the operators say once they have moved on */
    JsonObject status(Upgradeability upgradeability) {
        upgradeability.report(conditions, updating());
        return JsonObject.builder(9)
                .put("availableUpdates", updates.available())
                .put("capabilities", live.object("status", "capabilities"))
                .put("conditions", conditions.build())
                .putIfPresent("conditionalUpdates", updates.conditional())
                .put("desired", updates.desired())
                .put("history", JsonArray.copyOf(history))
                .put("observedGeneration", Meta.generation(live))
                .put("versionHash", hash())
                .build();
    }

    private @Nullable String hash() {
        return Integer.toHexString(release.image().hashCode());
    }
}
