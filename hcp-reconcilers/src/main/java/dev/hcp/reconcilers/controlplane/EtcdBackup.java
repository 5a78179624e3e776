package dev.hcp.reconcilers.controlplane;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import java.util.Map;

/** Hourly snapshots of etcd to a bucket on AWS, where a ConfigMap says which. */
final class EtcdBackup {
    private static final String NAME = "etcd-backup";
    private static final String CONFIG = "etcd-backup-config";

    private EtcdBackup() {}

    static void reconcile(ControlPlaneObjects objects) {
        ControlPlane controlPlane = objects.controlPlane();
        if (!controlPlane.onPlatform("AWS")
                || objects.tree(ConfigMap.class, CONFIG).isEmpty()) {
            return;
        }
        objects.identity(ServiceIdentities.ETCD_BACKUP);
        objects.apply(CronJob.class, NAME, () -> job(controlPlane));
    }

    private static JsonObject job(ControlPlane controlPlane) {
        JsonObject snapshot = JsonObject.of("image", controlPlane.image("etcd"), "name", "etcd-snapshot");
        JsonObject upload = JsonObject.of(
                "envFrom",
                JsonArray.of(JsonObject.of("configMapRef", JsonObject.of("name", CONFIG))),
                "image",
                controlPlane.image("controlplane-operator"),
                "name",
                "etcd-backup");
        JsonObject pod = JsonObject.of(
                "containers",
                JsonArray.of(upload),
                "initContainers",
                JsonArray.of(snapshot),
                "restartPolicy",
                "OnFailure",
                "serviceAccountName",
                ServiceIdentities.ETCD_BACKUP.account());
        return JsonObject.of(
                "apiVersion",
                "batch/v1",
                "kind",
                "CronJob",
                "metadata",
                controlPlane.metadata(NAME, Map.of()),
                "spec",
                JsonObject.of(
                        "concurrencyPolicy",
                        "Forbid",
                        "jobTemplate",
                        JsonObject.of("spec", JsonObject.of("template", JsonObject.of("spec", pod))),
                        "schedule",
                        "0 */1 * * *"));
    }
}
