package dev.hcp.simulator.world.tuning;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.json.Yaml;

/** MachineConfigs in the text form in which config maps carry them. */
final class MachineConfigs {
    private MachineConfigs() {}

    /** A MachineConfig for workers with this in its specification. */
    static String yaml(String name, JsonObject spec) {
        return Yaml.write(JsonObject.of(
                "apiVersion",
                "machineconfiguration.openshift.io/v1",
                "kind",
                "MachineConfig",
                "metadata",
                JsonObject.of(
                        "labels", JsonObject.of("machineconfiguration.openshift.io/role", "worker"), "name", name),
                "spec",
                spec.with("config", JsonObject.of("ignition", JsonObject.of("version", "3.2.0")))));
    }
}
