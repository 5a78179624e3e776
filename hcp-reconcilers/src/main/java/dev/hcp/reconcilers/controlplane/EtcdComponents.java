package dev.hcp.reconcilers.controlplane;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.controlplane.Component.Priority;
import java.util.Map;

/** The key-value store of a control plane, and the operator of its signers. */
final class EtcdComponents {
    /** Name of the container that restores a snapshot. */
    static final String RESTORE = "etcd-init";

    static final Component PKI_OPERATOR = Component.deployment("control-plane-pki-operator")
            .select(Component.NAME, "control-plane-pki-operator")
            .label(Component.APP, "control-plane-pki-operator")
            .component()
            .managementApi()
            .containers(Container.of("control-plane-pki-operator", "controlplane-pki-operator", "10m", "80Mi")
                    .tcp("metrics", 8443))
            .serviceAccount("control-plane-pki-operator");

    static final Component ETCD = Component.statefulSet("etcd")
            .replicas(3)
            .priority(Priority.ETCD)
            .selectApp()
            .component()
            .managementApiWhenHighlyAvailable()
            .init(
                    Container.of("ensure-dns", "controlplane-operator"),
                    Container.of("reset-member", "etcd"),
                    Container.of(RESTORE, "etcd").settings(EtcdComponents::snapshot))
            .only(RESTORE, EtcdComponents::restores)
            .containers(
                    Container.of("etcd", "etcd", "300m", "600Mi")
                            .tcp("client", 2379)
                            .tcp("peer", 2380),
                    Container.of("etcd-metrics", "etcd", "40m", "200Mi").tcp("metrics", 2381),
                    Container.of("healthz", "cluster-etcd-operator", "10m", "50Mi")
                            .tcp("healthz", 9980),
                    Container.of("etcd-defrag", "controlplane-operator", "10m", "50Mi"))
            .only("etcd-defrag", ControlPlane::highlyAvailable)
            .images("etcd", "cluster-etcd-operator", "controlplane-operator")
            .disruptionBudget()
            .monitor(Monitor.service("etcd")
                    .selecting(Map.of(Component.APP, "etcd"))
                    .port("metrics")
                    .metrics(MetricsFilter.ETCD));

    private EtcdComponents() {}

    private static JsonArray snapshots(ControlPlane controlPlane) {
        return controlPlane.spec().array("etcd", "managed", "storage", "restoreSnapshotURL");
    }

    /** Members start with what is in a snapshot, until that has gone well once. */
    private static boolean restores(ControlPlane controlPlane) {
        return !snapshots(controlPlane).isEmpty() && !controlPlane.snapshotRestored();
    }

    private static JsonObject snapshot(ControlPlane controlPlane) {
        return JsonObject.of(
                "env",
                JsonArray.of(JsonObject.of(
                        "name",
                        "RESTORE_URL_ETCD",
                        "value",
                        snapshots(controlPlane).get(0))));
    }
}
