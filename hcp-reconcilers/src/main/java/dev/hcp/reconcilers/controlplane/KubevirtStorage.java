package dev.hcp.reconcilers.controlplane;

import dev.hcp.api.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which storage classes of the infrastructure the CSI driver of KubeVirt may use. */
final class KubevirtStorage {
    private KubevirtStorage() {}

    /** Storage classes and snapshot classes of one group, in the order they were written. */
    private static final class Group {
        final List<String> storageClasses = new ArrayList<>();
        final List<String> snapshotClasses = new ArrayList<>();
    }

    /** The YAML text of the driver's key {@code infraStorageClassEnforcement}. */
    static String enforcement(JsonObject driver) {
        String type = driver.text("type");
        if ("Manual".equals(type)) {
            return manual(driver.object("manual"));
        }
        return "allowAll: false\nallowDefault: " + !"None".equals(type) + "\n";
    }

    private static String manual(JsonObject manual) {
        Map<String, Group> groups = new LinkedHashMap<>();
        List<String> allowed = new ArrayList<>();
        for (Object item : manual.array("storageClassMapping")) {
            if (item instanceof JsonObject mapping && mapping.get("infraStorageClassName") instanceof String name) {
                allowed.add(name);
                group(groups, mapping).storageClasses.add(name);
            }
        }
        for (Object item : manual.array("volumeSnapshotClassMapping")) {
            if (item instanceof JsonObject mapping
                    && mapping.get("infraVolumeSnapshotClassName") instanceof String name) {
                group(groups, mapping).snapshotClasses.add(name);
            }
        }
        StringBuilder yaml = new StringBuilder("allowAll: false\n")
                .append("allowList: [")
                .append(String.join(", ", allowed))
                .append("]\nstorageSnapshotMapping: \n");
        groups.values().stream()
                .filter(group -> !group.storageClasses.isEmpty())
                .forEach(group -> write(group, yaml));
        groups.values().stream().filter(group -> group.storageClasses.isEmpty()).forEach(group -> write(group, yaml));
        return yaml.toString();
    }

    private static Group group(Map<String, Group> groups, JsonObject mapping) {
        return groups.computeIfAbsent(ControlPlane.text(mapping, "group"), name -> new Group());
    }

    private static void write(Group group, StringBuilder yaml) {
        String indent = "- ";
        if (!group.storageClasses.isEmpty()) {
            yaml.append("- storageClasses:\n");
            group.storageClasses.forEach(
                    name -> yaml.append("  - ").append(name).append('\n'));
            indent = "  ";
        }
        if (!group.snapshotClasses.isEmpty()) {
            yaml.append(indent).append("volumeSnapshotClasses:\n");
            group.snapshotClasses.forEach(
                    name -> yaml.append("  - ").append(name).append('\n'));
        }
    }
}
