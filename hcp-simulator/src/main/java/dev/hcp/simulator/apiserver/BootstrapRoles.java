package dev.hcp.simulator.apiserver;

import dev.hcp.api.HcpException;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.json.Yaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The roles and bindings that every cluster begins with. */
final class BootstrapRoles {
    private static final int DEPTH = 16;
    private static final String MANAGER = "kube-apiserver";

    private BootstrapRoles() {}

    /** Creates those that are not there. */
    static void create(Objects objects) {
        for (JsonObject object : Loaded.OBJECTS) {
            ResourceType type =
                    objects.resource(String.valueOf(object.text("apiVersion")), String.valueOf(object.text("kind")));
            String namespace = ObjectMeta.text(object, "namespace");
            if (objects.get(type, namespace, ObjectMeta.text(object, "name")).isEmpty()) {
                objects.create(type, object, MANAGER);
            }
        }
    }

    /** Read when the first server needs them. */
    private static final class Loaded {
        static final List<JsonObject> OBJECTS = load();

        private static List<JsonObject> load() {
            List<JsonObject> objects = new ArrayList<>();
            try (InputStream resource = BootstrapRoles.class.getResourceAsStream("bootstrap-roles.yaml")) {
                if (resource == null) {
                    throw new HcpException("bootstrap-roles.yaml is missing beside " + BootstrapRoles.class.getName());
                }
                String text = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
                for (Yaml.Document document : Yaml.documents(text, DEPTH)) {
                    if (document.value() instanceof JsonObject object) {
                        objects.add(marked(object));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return List.copyOf(objects);
        }

        /** With the marks by which they are known as a part of the cluster. */
        private static JsonObject marked(JsonObject object) {
            return object.with("apiVersion", "rbac.authorization.k8s.io/v1")
                    .withAt("rbac-defaults", "metadata", "labels", "kubernetes.io/bootstrapping")
                    .withAt("true", "metadata", "annotations", "rbac.authorization.kubernetes.io/autoupdate");
        }
    }
}
