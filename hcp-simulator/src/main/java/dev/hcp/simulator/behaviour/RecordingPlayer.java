package dev.hcp.simulator.behaviour;

import dev.hcp.api.HcpException;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.reconcilers.PlainStore;
import dev.hcp.reconcilers.Plan;
import dev.hcp.reconcilers.Reconciler;
import dev.hcp.reconcilers.Reconcilers;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays a recording with one of our reconcilers and tells what came of every step, in the form of the recording: {@code
 * {"steps": [{"objects": [...], "dump": {...}, "results": [...]}, ...]}}. Play one recording with one player.
 */
public final class RecordingPlayer {
    private static final Logger LOG = LoggerFactory.getLogger(RecordingPlayer.class);

    private final Recording recording;
    private final PlainStore store = new PlainStore();
    private final RecordedWorld world;
    private final Reconciler<?> reconciler;

    private RecordingPlayer(Recording recording, List<Reconciler<?>> reconcilers) {
        this.recording = recording;
        this.world = new RecordedWorld(recording, store);
        this.reconciler = reconcilers.stream()
                .filter(candidate -> candidate.primaryType().getSimpleName().equals(recording.controller()))
                .findFirst()
                .orElseThrow(() -> new HcpException(
                        "no reconciler for " + recording.controller() + ", which the recording was made of"));
    }

    /**
     * Plays a recording.
     *
     * @param file path of the recording
     * @throws HcpException when it cannot be read, or is of a controller there is no reconciler for
     */
    public static JsonObject play(Path file) {
        return play(file, Reconcilers.all());
    }

    /** As {@link #play(Path)}, with one of these reconcilers. */
    public static JsonObject play(Path file, List<Reconciler<?>> reconcilers) {
        return new RecordingPlayer(Recording.read(file), reconcilers).play();
    }

    static JsonObject play(Recording recording) {
        return new RecordingPlayer(recording, Reconcilers.all()).play();
    }

    private JsonObject play() {
        List<JsonObject> played = new ArrayList<>();
        for (JsonObject step : recording.steps()) {
            try {
                played.add(play(step));
            } catch (HcpException e) {
                String note = step.text("note");
                throw new HcpException(
                        "step " + (played.size() + 1) + (note == null ? "" : " (" + note + ")") + " cannot be played: "
                                + e.getMessage(),
                        e);
            }
        }
        return JsonObject.of("steps", played);
    }

    private JsonObject play(JsonObject step) {
        RecordedStep actions = new RecordedStep(store, RecordedWorld.NOW);
        actions.perform(step).forEach(problem -> LOG.warn("{}: {}", step.text("note"), problem));
        List<JsonObject> results = new ArrayList<>();
        for (long pass = step.integer(0, "reconcile"); pass > 0; pass--) {
            results.add(reconcile(reconciler)
                    .map(error -> JsonObject.of("error", error))
                    .orElse(JsonObject.EMPTY));
        }
        Map<String, JsonObject> everything = store.everything();
        JsonObject.Builder dump = JsonObject.builder(everything.size());
        everything.forEach((key, object) -> {
            if (recording.shows(String.valueOf(object.text("kind")))) {
                dump.put(key, Dump.of(object));
            }
        });
        return JsonObject.of(
                "dump", dump.build(), "objects", JsonArray.copyOf(everything.keySet()), "results", results);
    }

    /** One pass; what went wrong, if anything. */
    private <R extends HasMetadata> Optional<String> reconcile(Reconciler<R> chosen) {
        ObjectKey key = new ObjectKey(recording.namespace(), recording.primary());
        Optional<R> primary = store.get(chosen.primaryType(), key.namespace(), key.name());
        if (primary.isEmpty()) {
            return Optional.empty();
        }
        Plan plan;
        try {
            plan = chosen.reconcile(primary.get(), world);
        } catch (RuntimeException e) {
            LOG.error("a pass over {} {} broke off", recording.controller(), key, e);
            return Optional.of(e.toString());
        }
        List<String> problems = store.execute(plan, chosen.name(), RecordedWorld.NOW);
        return problems.isEmpty() ? plan.failure() : Optional.of(String.join("; ", problems));
    }
}
