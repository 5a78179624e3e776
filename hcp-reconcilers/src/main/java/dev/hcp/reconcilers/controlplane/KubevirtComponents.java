package dev.hcp.reconcilers.controlplane;

import java.util.List;
import java.util.function.Predicate;

/** What a control plane runs for nodes that are virtual machines on KubeVirt. */
final class KubevirtComponents {
    static final Predicate<ControlPlane> ON_KUBEVIRT = controlPlane -> controlPlane.onPlatform("KubeVirt");

    /** Whether volumes of the infrastructure are offered to the cluster. */
    static final Predicate<ControlPlane> DRIVEN = ON_KUBEVIRT.and(ControlPlane::kubevirtStorageDriver);

    static final Component CLOUD_CONTROLLER_MANAGER = Component.deployment("kubevirt-cloud-controller-manager")
            .replicas(3)
            .select(Component.APP, "cloud-controller-manager")
            .label(Component.COMPONENT, "cloud-controller-manager")
            .managementApi()
            .configuredBy(CloudConfigMaps.KUBEVIRT)
            .containers(Container.of("cloud-controller-manager", "kubevirt-cloud-controller-manager", "75m", "60Mi"))
            .serviceAccount("kubevirt-cloud-controller-manager")
            .when(ON_KUBEVIRT);

    static final Component CSI_CONTROLLER = Component.deployment("kubevirt-csi-controller")
            .select(Component.APP, "kubevirt-csi-driver")
            .containers(
                    Container.of("csi-driver", "kubevirt-csi-driver", "10m", "50Mi"),
                    Container.of("csi-provisioner", "csi-external-provisioner", "10m", "50Mi"),
                    Container.of("csi-attacher", "csi-external-attacher", "10m", "50Mi"),
                    Container.of("csi-liveness-probe", "csi-livenessprobe", "10m", "50Mi"),
                    Container.of("csi-snapshotter", "csi-external-snapshotter", "10m", "20Mi"))
            .serviceAccount("kubevirt-csi")
            .configuredBy(CloudConfigMaps.KUBEVIRT_DRIVER)
            .when(DRIVEN);

    static final List<Component> ALL = List.of(CLOUD_CONTROLLER_MANAGER, CSI_CONTROLLER);

    private KubevirtComponents() {}
}
