package dev.hcp.simulator.behaviour;

import dev.hcp.api.HcpException;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A recording: the controller, the object it reconciles, the circumstances, and the steps.
 *
 * @param content the recording as it was read
 */
record Recording(JsonObject content) {
    static Recording read(Path file) {
        try {
            if (Json.parse(Files.readAllBytes(file)) instanceof JsonObject content) {
                return new Recording(content);
            }
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

    JsonArray steps() {
        return content.array("steps");
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
