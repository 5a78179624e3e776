package dev.hcp.client;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.json.Yaml;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;

/**
 * Writes objects as the reference tool does, with the empty fields that Go prints although nothing is in them: whoever
 * keeps rendered manifests in a repository sees no change when the tool changes.
 */
final class Rendering {
    private static final JsonObject ADDRESSLESS = JsonObject.of("host", "", "port", 0);

    private Rendering() {}

    /** Each object as a document, each followed by the line that separates documents. */
    static String documents(List<HasMetadata> objects, boolean withSecrets) {
        StringBuilder out = new StringBuilder();
        for (HasMetadata object : objects) {
            if (withSecrets || !object.getKind().equals("Secret")) {
                out.append(document(object)).append("---\n");
            }
        }
        return out.toString();
    }

    /** One object as a document. */
    static String document(HasMetadata object) {
        JsonObject tree = Json.toTree(object).without("status").withAt(null, "metadata", "creationTimestamp");
        return Yaml.write(
                switch (object.getKind()) {
                    case "Namespace" -> tree.with("spec", JsonObject.EMPTY).with("status", JsonObject.EMPTY);
                    case "HostedCluster" -> tree.with("status", JsonObject.of("controlPlaneEndpoint", ADDRESSLESS));
                    case "NodePool" -> tree.with("status", JsonObject.of("replicas", 0));
                    default -> tree;
                });
    }
}
