package dev.hcp.reconcilers.hostedconfig;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.storage.CSIDriver;
import io.fabric8.kubernetes.api.model.storage.StorageClass;

/** Storage of a cluster on KubeVirt: volumes of the infrastructure, hot-plugged into its virtual machines. */
final class KubevirtVolumes {
    private static final String DRIVER = "csi.kubevirt.io";
    private static final String NAMESPACE = "openshift-cluster-csi-drivers";
    private static final String NODE = "kubevirt-csi-node";

    private final HostedPass pass;

    KubevirtVolumes(HostedPass pass) {
        this.pass = pass;
    }

    void reconcile(String image) {
        JsonObject driver = pass.spec().object("platform", "kubevirt", "storageDriver");
        switch (HostedPass.text(driver, "type")) {
            case "None" -> {
                return;
            }
            case "Manual" -> mapped(driver.object("manual"));
            default -> standard();
        }
        pass.apply(CSIDriver.class, "", DRIVER, () -> HostedPass.object(CSIDriver.class, "", DRIVER)
                .with(
                        "spec",
                        JsonObject.of(
                                "attachRequired",
                                true,
                                "fsGroupPolicy",
                                "ReadWriteOnceWithFSType",
                                "podInfoOnMount",
                                true)));
        pass.apply(
                ServiceAccount.class, NAMESPACE, NODE, () -> HostedPass.object(ServiceAccount.class, NAMESPACE, NODE));
        pass.apply(DaemonSet.class, NAMESPACE, NODE, () -> daemonSet(image));
    }

    private void standard() {
        storageClass("kubevirt-csi-infra-default", JsonObject.of("bus", "scsi"), true);
        snapshotClass("kubevirt-csi-snapshot", JsonObject.EMPTY);
    }

    private void mapped(JsonObject manual) {
        for (Object item : manual.array("storageClassMapping")) {
            if (item instanceof JsonObject mapping && mapping.get("guestStorageClassName") instanceof String name) {
                storageClass(
                        name,
                        JsonObject.of("bus", "scsi", "infraStorageClassName", mapping.get("infraStorageClassName")),
                        false);
            }
        }
        for (Object item : manual.array("volumeSnapshotClassMapping")) {
            if (item instanceof JsonObject mapping
                    && mapping.get("guestVolumeSnapshotClassName") instanceof String name) {
                snapshotClass(
                        name, JsonObject.of("infraSnapshotClassName", mapping.get("infraVolumeSnapshotClassName")));
            }
        }
    }

    private void storageClass(String name, JsonObject parameters, boolean isDefault) {
        pass.apply(StorageClass.class, "", name, () -> {
            JsonObject storageClass = HostedPass.object(StorageClass.class, "", name)
                    .with("parameters", parameters)
                    .with("provisioner", DRIVER);
            return isDefault
                    ? storageClass.withAt(
                            JsonObject.of("storageclass.kubernetes.io/is-default-class", "true"),
                            "metadata",
                            "annotations")
                    : storageClass;
        });
    }

    private void snapshotClass(String name, JsonObject parameters) {
        pass.apply(OperatorKinds.VolumeSnapshotClass.class, "", name, () -> {
            JsonObject snapshotClass = HostedPass.object(OperatorKinds.VolumeSnapshotClass.class, "", name)
                    .with("deletionPolicy", "Delete")
                    .with("driver", DRIVER);
            return parameters.isEmpty() ? snapshotClass : snapshotClass.with("parameters", parameters);
        });
    }

    private static JsonObject daemonSet(String image) {
        JsonObject labels = JsonObject.of("app", "kubevirt-csi-driver");
        JsonObject container = JsonObject.of(
                "args",
                JsonArray.of(
                        "--endpoint=unix:/csi/csi.sock",
                        "--node-name=$(KUBE_NODE_NAME)",
                        "--run-node-service=true",
                        "--run-controller-service=false",
                        "--v=5"),
                "env",
                JsonArray.of(JsonObject.of(
                        "name",
                        "KUBE_NODE_NAME",
                        "valueFrom",
                        JsonObject.of("fieldRef", JsonObject.of("fieldPath", "spec.nodeName")))),
                "image",
                image,
                "name",
                "csi-driver");
        return HostedPass.object(DaemonSet.class, NAMESPACE, NODE)
                .with(
                        "spec",
                        JsonObject.of(
                                "selector",
                                JsonObject.of("matchLabels", labels),
                                "template",
                                JsonObject.of(
                                        "metadata",
                                        JsonObject.of("labels", labels),
                                        "spec",
                                        JsonObject.of(
                                                "containers",
                                                JsonArray.of(container),
                                                "hostNetwork",
                                                true,
                                                "priorityClassName",
                                                "system-node-critical",
                                                "serviceAccountName",
                                                NODE,
                                                "tolerations",
                                                JsonArray.of(JsonObject.of("operator", "Exists"))))));
    }
}
