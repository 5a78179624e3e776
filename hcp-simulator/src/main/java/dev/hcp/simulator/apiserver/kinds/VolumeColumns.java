package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.kinds.BuiltInColumns.column;
import static dev.hcp.simulator.apiserver.kinds.BuiltInColumns.wide;
import static dev.hcp.simulator.apiserver.kinds.Trees.text;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** The columns of volumes, claims and storage classes. */
final class VolumeColumns {
    private static final String DEFAULT_CLASS = "storageclass.kubernetes.io/is-default-class";

    private VolumeColumns() {}

    static List<Column> claims(Column name, Column age) {
        return List.of(
                name,
                column("Status", VolumeColumns::status),
                column("Volume", claim -> text(claim, "spec", "volumeName")),
                column("Capacity", claim -> bound(claim) ? storage(claim.object("status", "capacity")) : ""),
                column("Access Modes", claim -> bound(claim) ? modes(claim.array("status", "accessModes")) : ""),
                column("StorageClass", VolumeColumns::storageClass),
                column("VolumeAttributesClass", claim -> orUnset(text(claim, "spec", "volumeAttributesClassName"))),
                age,
                wide("VolumeMode", claim -> orUnset(text(claim, "spec", "volumeMode"))));
    }

    static List<Column> volumes(Column name, Column age) {
        return List.of(
                name,
                column("Capacity", volume -> storage(volume.object("spec", "capacity"))),
                column("Access Modes", volume -> modes(volume.array("spec", "accessModes"))),
                column("Reclaim Policy", volume -> text(volume, "spec", "persistentVolumeReclaimPolicy")),
                column("Status", VolumeColumns::status),
                column("Claim", VolumeColumns::claimOf),
                column("StorageClass", VolumeColumns::storageClass),
                column("VolumeAttributesClass", volume -> orUnset(text(volume, "spec", "volumeAttributesClassName"))),
                column("Reason", volume -> text(volume, "status", "reason")),
                age,
                wide("VolumeMode", volume -> orUnset(text(volume, "spec", "volumeMode"))));
    }

    static List<Column> storageClasses(Column name, Column age) {
        return List.of(
                BuiltInColumns.named("Name", VolumeColumns::className),
                column("Provisioner", each -> text(each, "provisioner")),
                column("ReclaimPolicy", each -> text(each, "reclaimPolicy")),
                column("VolumeBindingMode", each -> text(each, "volumeBindingMode")),
                column("AllowVolumeExpansion", each -> each.isTrue("allowVolumeExpansion")),
                age);
    }

    private static String className(JsonObject storageClass) {
        boolean standard = "true".equals(storageClass.text("metadata", "annotations", DEFAULT_CLASS));
        return text(storageClass, "metadata", "name") + (standard ? " (default)" : "");
    }

    private static boolean bound(JsonObject claim) {
        return !text(claim, "spec", "volumeName").isEmpty();
    }

    private static String status(JsonObject object) {
        return object.at("metadata", "deletionTimestamp") != null ? "Terminating" : text(object, "status", "phase");
    }

    private static String storage(JsonObject capacity) {
        Object storage = capacity.get("storage");
        return storage == null ? "" : String.valueOf(storage);
    }

    private static String storageClass(JsonObject object) {
        String annotated = text(object, "metadata", "annotations", "volume.beta.kubernetes.io/storage-class");
        return annotated.isEmpty() ? text(object, "spec", "storageClassName") : annotated;
    }

    private static String claimOf(JsonObject volume) {
        JsonObject claim = volume.object("spec", "claimRef");
        return claim.isEmpty() ? "" : text(claim, "namespace") + "/" + text(claim, "name");
    }

    private static String orUnset(String text) {
        return text.isEmpty() ? "<unset>" : text;
    }

    private static String modes(JsonArray modes) {
        List<String> shown = new ArrayList<>();
        for (String mode : List.of("ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany", "ReadWriteOncePod")) {
            if (modes.contains(mode)) {
                shown.add(mode.replaceAll("[a-z]", ""));
            }
        }
        return BuiltInColumns.joined(shown).replace("ROM", "ROX").replace("RWM", "RWX");
    }
}
