package dev.hcp.reconcilers.controlplane;

import dev.hcp.api.names.Annotations;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The controllers and operators of OpenShift that run beside the API server, in the order they are created. */
final class OperatorComponents {
    private static final String TOKEN_MINTER = "token-minter";
    private static final Predicate<ControlPlane> ON_AWS = controlPlane -> controlPlane.onPlatform("AWS");

    static final Component OPENSHIFT_CONTROLLER_MANAGER = Component.deployment("openshift-controller-manager")
            .configuredBy(ControllerConfigMaps.OPENSHIFT_CONTROLLER_MANAGER)
            .replicas(2)
            .rolling(1, 0)
            .selectApp()
            .selectComponent()
            .containers(Container.of("openshift-controller-manager", "openshift-controller-manager", "100m", "100Mi")
                    .tcp("https", 8443))
            .images("deployer", "docker-builder")
            .monitor(Monitor.service("openshift-controller-manager")
                    .selecting(ControlPlaneServices.component("openshift-controller-manager"))
                    .port("https")
                    .metrics(MetricsFilter.OPENSHIFT_CONTROLLER_MANAGER));

    static final Component ROUTE_CONTROLLER_MANAGER = Component.deployment("openshift-route-controller-manager")
            .configuredBy(ControllerConfigMaps.ROUTE_CONTROLLER_MANAGER)
            .replicas(2)
            .rolling(0, 1)
            .selectApp()
            .selectComponent()
            .containers(Container.of("route-controller-manager", "route-controller-manager", "100m", "100Mi")
                    .tcp("https", 8443))
            .monitor(Monitor.service("openshift-route-controller-manager")
                    .selecting(ControlPlaneServices.component("openshift-route-controller-manager"))
                    .port("https")
                    .metrics(MetricsFilter.ROUTE_CONTROLLER_MANAGER));

    static final Component CLUSTER_POLICY_CONTROLLER = Component.deployment("cluster-policy-controller")
            .configuredBy(ControllerConfigMaps.CLUSTER_POLICY_CONTROLLER)
            .replicas(2)
            .rolling(1, 0)
            .selectApp()
            .selectComponent()
            .select(Component.HOSTED_CONTROL_PLANE, "")
            .init(Container.prober())
            .containers(Container.of("cluster-policy-controller", "cluster-policy-controller", "10m", "200Mi"));

    static final Component CLUSTER_VERSION_OPERATOR = Component.deployment("cluster-version-operator")
            .selectApp()
            .selectComponent()
            .select("k8s-app", "cluster-version-operator")
            .init(
                    Container.prober(),
                    Container.of("prepare-payload", "cluster-version-operator", "10m", "20Mi"),
                    Container.of("bootstrap", "cli", "10m", "10Mi"))
            .containers(Container.of("cluster-version-operator", "cluster-version-operator", "20m", "70Mi")
                    .tcp("https", 8443)
                    .arguments(OperatorComponents::versionOperatorArguments))
            .monitor(Monitor.service("cluster-version-operator")
                    .selecting(ControlPlaneServices.component("cluster-version-operator"))
                    .port("https")
                    .metrics(MetricsFilter.CLUSTER_VERSION_OPERATOR));

    static final Component CLUSTER_NETWORK_OPERATOR = Component.deployment("cluster-network-operator")
            .recreate()
            .select(Component.NAME, "cluster-network-operator")
            .label(Component.APP, "cluster-network-operator")
            .component()
            .managementApi()
            .init(
                    Container.prober(),
                    Container.of("remove-old-cno", "cli", "10m", "50Mi"),
                    Container.of("rewrite-config", "cluster-network-operator", "10m", "50Mi"))
            .containers(
                    Container.of("cluster-network-operator", "cluster-network-operator", "10m", "100Mi")
                            .settings(controlPlane -> TunnelSettings.HTTP),
                    Container.of("konnectivity-proxy", "controlplane-operator", "10m", "10Mi"))
            .images(
                    "cloud-network-config-controller",
                    "container-networking-plugins",
                    "egress-router-cni",
                    "kube-proxy",
                    "kube-rbac-proxy",
                    "multus-admission-controller",
                    "multus-cni",
                    "multus-networkpolicy",
                    "multus-route-override-cni",
                    "multus-whereabouts-ipam-cni",
                    "network-interface-bond-cni",
                    "network-metrics-daemon",
                    "networking-console-plugin",
                    "ovn-kubernetes")
            .serviceAccount("cluster-network-operator");

    static final Component NODE_TUNING_OPERATOR = Component.deployment("cluster-node-tuning-operator")
            .select(Component.NAME, "cluster-node-tuning-operator")
            .label(Component.APP, "cluster-node-tuning-operator")
            .component()
            .managementApi()
            .containers(Container.of("cluster-node-tuning-operator", "cluster-node-tuning-operator", "10m", "50Mi")
                    .port("metrics", 60000))
            .serviceAccount("cluster-node-tuning-operator")
            .monitor(Monitor.service("node-tuning-operator")
                    .selecting(Map.of(Component.NAME, "node-tuning-operator"))
                    .port("metrics")
                    .metrics(MetricsFilter.NODE_TUNING_OPERATOR));

    static final Component DNS_OPERATOR = Component.deployment("dns-operator")
            .select(Component.NAME, "dns-operator")
            .label(Component.APP, "dns-operator")
            .component()
            .init(Container.prober())
            .containers(Container.of("dns-operator", "cluster-dns-operator", "10m", "29Mi"))
            .images("coredns");

    static final Component INGRESS_OPERATOR = Component.deployment("ingress-operator")
            .recreate()
            .select(Component.NAME, "ingress-operator")
            .label(Component.APP, "ingress-operator")
            .component()
            .init(Container.prober())
            .containers(
                    Container.of("ingress-operator", "cluster-ingress-operator", "10m", "80Mi")
                            .settings(controlPlane -> TunnelSettings.HTTP),
                    Container.of("konnectivity-proxy", "controlplane-operator", "10m", "10Mi"),
                    Container.of(TOKEN_MINTER, TOKEN_MINTER, "10m", "30Mi"))
            .only(TOKEN_MINTER, ON_AWS)
            .images("haproxy-router")
            .monitor(Monitor.pods("ingress-operator")
                    .selecting(Map.of(Component.NAME, "ingress-operator"))
                    .port("metrics")
                    .metrics(MetricsFilter.EVERYTHING));

    static final Component HOSTED_CLUSTER_CONFIG_OPERATOR = Component.deployment("hosted-cluster-config-operator")
            .recreate()
            .selectApp()
            .selectComponent()
            .managementApi()
            .init(Container.prober())
            .containers(Container.of("hosted-cluster-config-operator", "hosted-cluster-config-operator", "60m", "80Mi")
                    .port("metrics", 8080))
            .serviceAccount("hosted-cluster-config-operator")
            .monitor(Monitor.pods("hosted-cluster-config-operator")
                    .selecting(Map.of(Component.APP, "hosted-cluster-config-operator"))
                    .port("metrics")
                    .metrics(MetricsFilter.HOSTED_CLUSTER_CONFIG_OPERATOR));

    static final Component IMAGE_REGISTRY_OPERATOR = Component.deployment("cluster-image-registry-operator")
            .recreate()
            .select(Component.NAME, "cluster-image-registry-operator")
            .containers(
                    Container.of("cluster-image-registry-operator", "cluster-image-registry-operator", "10m", "50Mi")
                            .port("metrics", 60000),
                    Container.of("client-token-minter", TOKEN_MINTER, "10m", "10Mi"),
                    Container.of(TOKEN_MINTER, TOKEN_MINTER, "10m", "10Mi"))
            .only(TOKEN_MINTER, ON_AWS)
            .images("docker-registry")
            .monitor(Monitor.pods("cluster-image-registry-operator")
                    .selecting(Map.of(Component.NAME, "cluster-image-registry-operator"))
                    .port("metrics")
                    .metrics(MetricsFilter.REGISTRY_OPERATOR))
            .when(controlPlane -> !controlPlane.onPlatform("IBMCloud", "PowerVS"));

    static final Component STORAGE_OPERATOR = Component.deployment("cluster-storage-operator")
            .select(Component.NAME, "cluster-storage-operator")
            .managementApi()
            .init(Container.prober())
            .containers(Container.of("cluster-storage-operator", "cluster-storage-operator", "10m", "20Mi")
                    .port("metrics", 8443))
            .serviceAccount("cluster-storage-operator")
            .when(controlPlane -> !controlPlane.onPlatform("IBMCloud", "PowerVS"));

    static final Component SNAPSHOT_OPERATOR = Component.deployment("csi-snapshot-controller-operator")
            .selectApp()
            .managementApi()
            .init(Container.prober())
            .containers(Container.of(
                    "csi-snapshot-controller-operator", "cluster-csi-snapshot-controller-operator", "10m", "65Mi"))
            .images("csi-snapshot-controller", "csi-snapshot-validation-webhook")
            .serviceAccount("csi-snapshot-controller-operator")
            .when(controlPlane -> !controlPlane.onPlatform("IBMCloud", "PowerVS"));

    static final Component MACHINE_APPROVER = Component.deployment("machine-approver")
            .selectApp()
            .component()
            .managementApi()
            .init(Container.prober())
            .containers(Container.of("machine-approver-controller", "cluster-machine-approver", "10m", "50Mi")
                    .orImageOf(Annotations.MACHINE_APPROVER_IMAGE))
            .serviceAccount("machine-approver")
            .when(ControlPlane::hasKubeconfig);

    static final Component AUTOSCALER = Component.deployment("cluster-autoscaler")
            .selectApp()
            .component()
            .managementApi()
            .init(Container.prober())
            .containers(Container.of("cluster-autoscaler", "cluster-autoscaler", "10m", "60Mi")
                    .orImageOf(Annotations.CLUSTER_AUTOSCALER_IMAGE)
                    .port("metrics", 8085)
                    .arguments(AutoscalerArguments::of))
            .serviceAccount("cluster-autoscaler")
            .when(ControlPlane::hasKubeconfig)
            .scaledDownWhen(controlPlane -> controlPlane
                    .annotation(Annotations.DISABLE_CLUSTER_AUTOSCALER)
                    .isPresent());

    /** After the API servers are up, all of these are created in one go. */
    static final List<Component> ALL = List.of(
            OPENSHIFT_CONTROLLER_MANAGER,
            ROUTE_CONTROLLER_MANAGER,
            CLUSTER_POLICY_CONTROLLER,
            CLUSTER_VERSION_OPERATOR,
            CLUSTER_NETWORK_OPERATOR,
            NODE_TUNING_OPERATOR,
            DNS_OPERATOR,
            INGRESS_OPERATOR,
            HOSTED_CLUSTER_CONFIG_OPERATOR,
            IMAGE_REGISTRY_OPERATOR,
            STORAGE_OPERATOR,
            SNAPSHOT_OPERATOR);

    private OperatorComponents() {}

    private static List<String> versionOperatorArguments(ControlPlane controlPlane) {
        return List.of("start", "--release-image=" + controlPlane.releaseImage(), "--enable-auto-update=false");
    }
}
