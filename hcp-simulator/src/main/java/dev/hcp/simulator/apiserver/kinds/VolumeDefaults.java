package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.kinds.Trees.edit;
import static dev.hcp.simulator.apiserver.kinds.Trees.editItems;
import static dev.hcp.simulator.apiserver.kinds.Trees.fill;

import dev.hcp.api.json.JsonObject;
import java.util.List;

/** Defaults of volumes, in pods and of persistent volumes. */
final class VolumeDefaults {
    private static final List<String> WITH_MODE = List.of("secret", "configMap", "downwardAPI", "projected");

    private VolumeDefaults() {}

    /** A volume of a pod. */
    static JsonObject volume(JsonObject volume) {
        if (volume.values().stream().noneMatch(JsonObject.class::isInstance)) {
            return volume.with("emptyDir", JsonObject.EMPTY);
        }
        JsonObject result = volume;
        for (String source : WITH_MODE) {
            result = edit(result, source, s -> fill(s, 420L, "defaultMode"));
        }
        result = edit(result, "downwardAPI", VolumeDefaults::downwardFiles);
        result = edit(
                result,
                "ephemeral",
                s -> edit(
                        s,
                        "volumeClaimTemplate",
                        t -> edit(t, "spec", claim -> fill(claim, "Filesystem", "volumeMode"))));
        result = edit(
                result,
                "projected",
                s -> editItems(s, "sources", source -> {
                    JsonObject complete = edit(source, "downwardAPI", VolumeDefaults::downwardFiles);
                    return edit(complete, "serviceAccountToken", token -> fill(token, 3600L, "expirationSeconds"));
                }));
        return source(result);
    }

    /** The sources that volumes of pods and persistent volumes share. */
    static JsonObject source(JsonObject holder) {
        JsonObject result = edit(holder, "hostPath", s -> fill(s, "", "type"));
        result = edit(result, "iscsi", s -> fill(s, "default", "iscsiInterface"));
        result = edit(
                result,
                "rbd",
                s -> fill(fill(fill(s, "rbd", "pool"), "admin", "user"), "/etc/ceph/keyring", "keyring"));
        result = edit(
                result,
                "azureDisk",
                s -> fill(
                        fill(fill(fill(s, "ReadWrite", "cachingMode"), "Shared", "kind"), "ext4", "fsType"),
                        false,
                        "readOnly"));
        return edit(result, "scaleIO", s -> fill(fill(s, "ThinProvisioned", "storageMode"), "xfs", "fsType"));
    }

    private static JsonObject downwardFiles(JsonObject source) {
        return editItems(source, "items", item -> edit(item, "fieldRef", ref -> fill(ref, "v1", "apiVersion")));
    }
}
