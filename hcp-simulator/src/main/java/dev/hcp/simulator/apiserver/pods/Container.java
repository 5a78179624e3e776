package dev.hcp.simulator.apiserver.pods;

import dev.hcp.api.json.JsonObject;

/**
 * A container that a client asks about.
 *
 * @param namespace namespace of its pod
 * @param pod name of its pod
 * @param name its name in the pod
 * @param object the pod as it is stored
 */
public record Container(String namespace, String pod, String name, JsonObject object) {}
