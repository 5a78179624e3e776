package dev.hcp.reconcilers.controlplane;

import dev.hcp.reconcilers.controlplane.Component.Priority;

/** The key-value store of a control plane, and the operator of its signers. */
final class EtcdComponents {
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
            .init(Container.of("ensure-dns", "controlplane-operator"), Container.of("reset-member", "etcd"))
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
            .disruptionBudget();

    private EtcdComponents() {}
}
