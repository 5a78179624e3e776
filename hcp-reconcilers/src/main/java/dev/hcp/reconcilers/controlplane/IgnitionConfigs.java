package dev.hcp.reconcilers.controlplane;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.Map;

/** MachineConfigs that every node of the cluster gets, for the node pools to pick up. */
final class IgnitionConfigs {
    private static final Map<String, String> LABELS = Map.of("hypershift.openshift.io/core-ignition-config", "true");

    private final ControlPlaneObjects objects;

    IgnitionConfigs(ControlPlaneObjects objects) {
        this.objects = objects;
    }

    void reconcile() {
        ControlPlane controlPlane = objects.controlPlane();
        config(
                "ignition-config-fips",
                head("30-fips") + "  fips: " + controlPlane.spec().isTrue("fips") + "\n");
        objects.apply(
                ConfigMap.class,
                "ignition-config-worker-ssh",
                () -> configMap("ignition-config-worker-ssh", head("99-worker-ssh") + sshKey()));
        JsonArray sources = controlPlane.spec().array("imageContentSources");
        if (!sources.isEmpty()) {
            config("ignition-config-40-image-content-source", head("40-image-content-source") + registries(sources));
        }
    }

    private void config(String name, String yaml) {
        objects.apply(ConfigMap.class, name, () -> configMap(name, yaml));
    }

    private JsonObject configMap(String name, String yaml) {
        return JsonObject.of(
                "apiVersion",
                "v1",
                "data",
                JsonObject.of("config", yaml),
                "kind",
                "ConfigMap",
                "metadata",
                objects.controlPlane()
                        .metadata(name, LABELS, objects.controlPlane().mark()));
    }

    private static String head(String name) {
        return "apiVersion: machineconfiguration.openshift.io/v1\n"
                + "kind: MachineConfig\n"
                + "metadata:\n"
                + "  labels:\n"
                + "    machineconfiguration.openshift.io/role: worker\n"
                + "  name: " + name + "\n"
                + "spec:\n"
                + "  config:\n"
                + "    ignition:\n"
                + "      version: 3.2.0\n";
    }

    private String sshKey() {
        String key = objects.tree(Secret.class, "ssh-key")
                .map(secret -> ControlPlaneObjects.text(secret, "id_rsa.pub").strip())
                .orElse("");
        if (key.isEmpty()) {
            return "";
        }
        return "    passwd:\n"
                + "      users:\n"
                + "      - name: core\n"
                + "        sshAuthorizedKeys:\n"
                + "        - " + key + "\n";
    }

    private static String registries(JsonArray sources) {
        StringBuilder toml =
                new StringBuilder("unqualified-search-registries = [\"registry.access.redhat.com\", \"docker.io\"]\n");
        for (Object item : sources) {
            if (!(item instanceof JsonObject source)) {
                continue;
            }
            toml.append("\n[[registry]]\nprefix = \"\"\nlocation = \"")
                    .append(ControlPlane.text(source, "source"))
                    .append("\"\nmirror-by-digest-only = true\n");
            for (Object mirror : source.array("mirrors")) {
                toml.append("\n[[registry.mirror]]\nlocation = \"")
                        .append(mirror)
                        .append("\"\n");
            }
        }
        return "    storage:\n"
                + "      files:\n"
                + "      - contents:\n"
                + "          source: data:text/plain;charset=utf-8;base64,"
                + ControlPlaneObjects.base64(toml.toString())
                + "\n"
                + "        mode: 420\n"
                + "        overwrite: true\n"
                + "        path: /etc/containers/registries.conf\n";
    }
}
