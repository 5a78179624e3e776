package dev.hcp.reconcilers.controlplane;

import static dev.hcp.reconcilers.controlplane.ControlPlaneConfigMaps.file;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Labels;
import dev.hcp.reconcilers.controlplane.ControlPlaneConfigMaps.Entry;
import java.util.Map;

/** What cloud controllers and storage drivers read. */
final class CloudConfigMaps {
    static final Entry AWS = new Entry("aws-cloud-config", Map.of(), CloudConfigMaps::aws);
    static final Entry KUBEVIRT = file("kubevirt-cloud-config", "cloud-config", CloudConfigMaps::kubevirt);
    static final Entry KUBEVIRT_DRIVER = new Entry("driver-config", Map.of(), CloudConfigMaps::kubevirtDriver);

    private CloudConfigMaps() {}

    private static Map<String, String> aws(ControlPlane controlPlane) {
        JsonObject aws = controlPlane.spec().object("platform", "aws");
        return Map.of(
                "aws.conf",
                "[Global]\n"
                        + "Zone = " + ControlPlane.text(aws, "cloudProviderConfig", "zone") + "\n"
                        + "VPC = " + ControlPlane.text(aws, "cloudProviderConfig", "vpc") + "\n"
                        + "KubernetesClusterID = " + controlPlane.infraId() + "\n"
                        + "SubnetID = " + ControlPlane.text(aws, "cloudProviderConfig", "subnet", "id") + "\n"
                        + "ClusterServiceLoadBalancerHealthProbeMode = Shared\n");
    }

    private static String infrastructureNamespace(ControlPlane controlPlane) {
        String external =
                ControlPlane.text(controlPlane.spec(), "platform", "kubevirt", "credentials", "infraNamespace");
        return external.isEmpty() ? controlPlane.namespace() : external;
    }

    private static JsonObject kubevirt(ControlPlane controlPlane) {
        JsonObject config = JsonObject.of(
                "infraLabels",
                JsonObject.of(Labels.INFRA_ID, controlPlane.infraId()),
                "instancesV2",
                JsonObject.of("enabled", true, "zoneAndRegionEnabled", false),
                "loadBalancer",
                JsonObject.of("creationPollInterval", 0, "enabled", true, "selectorless", true),
                "namespace",
                infrastructureNamespace(controlPlane));
        boolean external = controlPlane.spec().at("platform", "kubevirt", "credentials") != null;
        return external ? config.with("kubeconfig", "/etc/kubernetes/infra-kubeconfig/kubeconfig") : config;
    }

    private static Map<String, String> kubevirtDriver(ControlPlane controlPlane) {
        return Map.of(
                "infraClusterNamespace",
                infrastructureNamespace(controlPlane),
                "infraClusterLabels",
                Labels.INFRA_ID + "=" + controlPlane.infraId(),
                "infraStorageClassEnforcement",
                KubevirtStorage.enforcement(controlPlane.spec().object("platform", "kubevirt", "storageDriver")));
    }
}
