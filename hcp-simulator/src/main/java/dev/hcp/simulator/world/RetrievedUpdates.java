package dev.hcp.simulator.world;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.platforms.ReleaseCatalogue;
import dev.hcp.platforms.ReleaseMetadata;
import dev.hcp.platforms.ReleaseUpdates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the version operator tells of updates: those that its channel has for its version. */
final class RetrievedUpdates {
    private static final String CONDITION = "RetrievedUpdates";

    private final ReleaseUpdates updates;
    private final String channel;
    private final ReleaseMetadata release;
    private final JsonObject live;
    private final String now;

    RetrievedUpdates(JsonObject live, ReleaseMetadata release, ReleaseCatalogue catalogue, Instant now) {
        String asked = live.text("spec", "channel");
        this.channel = asked == null ? "" : asked;
        this.release = release;
        this.live = live;
        this.now = Meta.time(now);
        this.updates = channel.isEmpty()
                ? ReleaseUpdates.NONE
                : catalogue.updates(release.version(), channel, release.payloadArch());
    }

    void report(ConditionList conditions) {
        if (channel.isEmpty()) {
            conditions.set(CONDITION, false, "NoChannel", "The update channel has not been configured.");
        } else if (updates.current().isEmpty()) {
            conditions.set(
                    CONDITION,
                    false,
                    "VersionNotFound",
                    "Unable to retrieve available updates: currently reconciling cluster version " + release.version()
                            + " not found in the \"" + channel + "\" channel");
        } else {
            conditions.set(CONDITION, true, null, null);
        }
    }

    /** The release itself, with what the channel knows of it. */
    JsonObject desired() {
        return updates.current()
                .map(current -> tree(current).with("image", release.image()))
                .orElseGet(() -> JsonObject.of("image", release.image(), "version", release.version()));
    }

    /** Null while there are none, as the operator writes it. */
    @Nullable
    JsonArray available() {
        return updates.available().isEmpty()
                ? null
                : JsonArray.copyOf(
                        updates.available().stream().map(RetrievedUpdates::tree).toList());
    }

    /** Null while there are none. */
    @Nullable
    JsonArray conditional() {
        if (updates.conditional().isEmpty()) {
            return null;
        }
        List<JsonObject> trees = new ArrayList<>();
        for (ReleaseUpdates.ConditionalUpdate update : updates.conditional()) {
            trees.add(JsonObject.of(
                    "conditions",
                    recommended(update),
                    "release",
                    tree(update.release()),
                    "risks",
                    JsonArray.copyOf(
                            update.risks().stream().map(RetrievedUpdates::tree).toList())));
        }
        return JsonArray.copyOf(trees);
    }

    /** Nobody in the control plane can ask the cluster's metrics, so most risks stay a possibility. */
    private JsonArray recommended(ReleaseUpdates.ConditionalUpdate update) {
        List<String> messages = new ArrayList<>();
        boolean exposed = false;
        for (ReleaseUpdates.Risk risk : update.risks()) {
            boolean always = risk.promql().isEmpty();
            exposed |= always;
            messages.add(
                    always
                            ? risk.message() + " " + risk.url()
                            : "Could not evaluate exposure to update risk " + risk.name()
                                    + " (metrics of the cluster are out of reach)\n  " + risk.name() + " description: "
                                    + risk.message() + "\n  " + risk.name() + " URL: " + risk.url());
        }
        String reason = !exposed
                ? "EvaluationFailed"
                : update.risks().size() == 1 ? update.risks().get(0).name() : "MultipleReasons";
        return new ConditionList(before(update.release().version()), Instant.parse(now))
                .set("Recommended", exposed ? "False" : "Unknown", reason, String.join("\n\n", messages))
                .build();
    }

    private JsonArray before(String version) {
        for (Object item : live.array("status", "conditionalUpdates")) {
            if (item instanceof JsonObject update && version.equals(update.text("release", "version"))) {
                return update.array("conditions");
            }
        }
        return JsonArray.EMPTY;
    }

    private static JsonObject tree(ReleaseUpdates.Update update) {
        return JsonObject.of(
                "channels",
                JsonArray.copyOf(update.channels()),
                "image",
                update.image(),
                "url",
                update.url(),
                "version",
                update.version());
    }

    private static JsonObject tree(ReleaseUpdates.Risk risk) {
        JsonObject rule = risk.promql()
                .map(query -> JsonObject.of("promql", JsonObject.of("promql", query), "type", "PromQL"))
                .orElse(JsonObject.of("type", "Always"));
        return JsonObject.of(
                "matchingRules", JsonArray.of(rule), "message", risk.message(), "name", risk.name(), "url", risk.url());
    }
}
