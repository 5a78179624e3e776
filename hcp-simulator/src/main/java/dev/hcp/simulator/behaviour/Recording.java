package dev.hcp.simulator.behaviour;

import dev.hcp.api.HcpException;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.json.JsonSyntaxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A recording: the controller, the object it reconciles, the circumstances, and the steps. */
final class Recording {
    private final JsonObject content;
    private final Set<String> recordedKinds;

    Recording(JsonObject content) {
        this.content = content;
        this.recordedKinds = recordedKinds(content);
    }

    /** The recording as it was read. */
    JsonObject content() {
        return content;
    }

    static Recording read(Path file) {
        try {
            if (Json.parse(Files.readAllBytes(file)) instanceof JsonObject content) {
                return new Recording(content);
            }
        } catch (JsonSyntaxException e) {
            throw new HcpException("the recording " + file + " is not JSON: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new HcpException("cannot read the recording " + file + ": " + e.getMessage(), e);
        }
        throw new HcpException("the recording " + file + " is not a JSON object");
    }

    /** {@code HostedCluster}, {@code HostedControlPlane} or {@code NodePool}. */
    String controller() {
        return text("controller");
    }

    String namespace() {
        return text("namespace");
    }

    /** Name of the object to reconcile. */
    String primary() {
        return text(controller().equals("NodePool") ? "nodePool" : "cluster");
    }

    /** What was done, step by step. */
    List<JsonObject> steps() {
        List<JsonObject> steps = new ArrayList<>();
        for (Object item : content.array("steps")) {
            if (!(item instanceof JsonObject recorded) || !(recorded.get("step") instanceof JsonObject step)) {
                throw new HcpException("step " + (steps.size() + 1) + " of the recording has no \"step\"");
            }
            steps.add(step);
        }
        if (steps.isEmpty()) {
            throw new HcpException("the recording has no \"steps\"");
        }
        return steps;
    }

    /** Whether objects of a kind are of interest: those that recordings show, and whatever this one shows beside them. */
    boolean shows(String kind) {
        return Dump.shows(kind, controller()) || recordedKinds.contains(kind);
    }

    /** The kind in {@code group/Kind/namespace/name}. */
    private static String kindIn(String key) {
        String[] parts = key.split("/", 3);
        return parts.length < 2 ? "" : parts[1];
    }

    private static Set<String> recordedKinds(JsonObject content) {
        Set<String> kinds = new HashSet<>();
        for (Object item : content.array("steps")) {
            if (item instanceof JsonObject recorded) {
                recorded.object("dump").keySet().forEach(key -> kinds.add(kindIn(key)));
            }
        }
        return Set.copyOf(kinds);
    }

    String textOr(String fallback, String... path) {
        String text = content.text(path);
        return text == null ? fallback : text;
    }

    private String text(String key) {
        String text = content.text(key);
        if (text == null) {
            throw new HcpException("the recording says no \"" + key + "\"");
        }
        return text;
    }
}
