package dev.hcp.reconcilers.controlplane;

import java.util.List;

/** What a control plane runs for nodes that are virtual machines on KubeVirt. */
final class KubevirtComponents {
    static final Component CLOUD_CONTROLLER_MANAGER = Component.deployment("kubevirt-cloud-controller-manager")
            .replicas(3)
            .select(Component.APP, "cloud-controller-manager")
            .label(Component.COMPONENT, "cloud-controller-manager")
            .managementApi()
            .containers(Container.of("cloud-controller-manager", "kubevirt-cloud-controller-manager", "75m", "60Mi"))
            .serviceAccount("kubevirt-cloud-controller-manager")
            .when(controlPlane -> controlPlane.onPlatform("KubeVirt"));

    static final Component CSI_CONTROLLER = Component.deployment("kubevirt-csi-controller")
            .select(Component.APP, "kubevirt-csi-driver")
            .containers(
                    Container.of("csi-driver", "kubevirt-csi-driver", "10m", "50Mi"),
                    Container.of("csi-provisioner", "csi-external-provisioner", "10m", "50Mi"),
                    Container.of("csi-attacher", "csi-external-attacher", "10m", "50Mi"),
                    Container.of("csi-liveness-probe", "csi-livenessprobe", "10m", "50Mi"),
                    Container.of("csi-snapshotter", "csi-external-snapshotter", "10m", "20Mi"))
            .serviceAccount("kubevirt-csi")
            .when(controlPlane -> controlPlane.onPlatform("KubeVirt") && controlPlane.kubevirtStorageDriver());

    static final List<Component> ALL = List.of(CLOUD_CONTROLLER_MANAGER, CSI_CONTROLLER);

    private KubevirtComponents() {}
}
