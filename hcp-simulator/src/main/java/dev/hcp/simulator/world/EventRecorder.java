package dev.hcp.simulator.world;

import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.EventAllowance;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import dev.hcp.simulator.kernel.Seed;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;

/** Writes Events as client-go's recorder does: one object per subject, reason and message, with a count, and not too many. */
public final class EventRecorder {
    private static final HexFormat HEX = HexFormat.of();

    private final Objects objects;
    private final InstantSource clock;
    private final ResourceType eventType;
    private final EventAllowance allowance = new EventAllowance();

    /**
     * @param objects the API server to write to
     * @param clock the virtual clock
     */
    public EventRecorder(Objects objects, InstantSource clock) {
        this.objects = objects;
        this.clock = clock;
        this.eventType = objects.resource("v1", "Event");
    }

    /** Records an Event about an object; nothing happens when the object is gone or had too many. */
    public void record(
            ResourceType type, ObjectKey about, boolean warning, String reason, String message, String source) {
        Optional<JsonObject> subject = objects.get(type, about.namespace(), about.name());
        if (subject.isEmpty()) {
            return;
        }
        String uid = String.valueOf(subject.get().text("metadata", "uid"));
        if (!allowance.take(source, uid, clock.instant())) {
            return;
        }
        String namespace = about.namespace().isEmpty() ? "default" : about.namespace();
        String name = about.name() + "." + HEX.toHexDigits(Seed.hash(uid + "\0" + reason + "\0" + message));
        String now = Meta.time(clock.instant());
        Optional<JsonObject> earlier = objects.get(eventType, namespace, name);
        if (earlier.isPresent()) {
            JsonObject patch = JsonObject.of("count", earlier.get().integer(1, "count") + 1, "lastTimestamp", now);
            objects.mergePatch(eventType, namespace, name, null, patch, source);
            return;
        }
        JsonObject involved = JsonObject.of(
                        "apiVersion", type.apiVersion(), "kind", type.kind(), "name", about.name(), "uid", uid)
                .with("resourceVersion", subject.get().text("metadata", "resourceVersion"));
        objects.create(
                eventType,
                JsonObject.builder(12)
                        .put("apiVersion", "v1")
                        .put("kind", "Event")
                        .put("metadata", JsonObject.of("namespace", namespace, "name", name))
                        .put(
                                "involvedObject",
                                about.namespace().isEmpty() ? involved : involved.with("namespace", about.namespace()))
                        .put("type", warning ? "Warning" : "Normal")
                        .put("reason", reason)
                        .put("message", message)
                        .put("source", JsonObject.of("component", source))
                        .put("reportingComponent", source)
                        .put("reportingInstance", "")
                        .put("count", 1)
                        .put("firstTimestamp", now)
                        .put("lastTimestamp", now)
                        .build(),
                source);
    }
}
