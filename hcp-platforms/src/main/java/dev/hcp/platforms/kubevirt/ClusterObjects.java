package dev.hcp.platforms.kubevirt;

import dev.hcp.api.HcpException;
import dev.hcp.api.capi.KubevirtCluster;
import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.hypershift.kubevirt.KubevirtKubeconfigSecretRef;
import dev.hcp.api.hypershift.kubevirt.KubevirtPlatformCredentials;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Annotations;
import dev.hcp.api.names.Naming;
import dev.hcp.api.names.SecretNames;
import dev.hcp.platforms.CapiManager;
import dev.hcp.platforms.CapiProvider;
import dev.hcp.platforms.ReleaseMetadata;
import dev.hcp.platforms.World;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The objects that a hosted cluster on KubeVirt has in its control plane namespace. */
final class ClusterObjects {
    private static final String CREDENTIALS = SecretNames.KUBEVIRT_INFRA_CREDENTIALS;
    private static final String KUBECONFIG = "kubeconfig";

    private ClusterObjects() {}

    /** The Cluster API infrastructure: managed by HyperShift, so ready at once and left alone by the provider. */
    static KubevirtCluster infrastructure(HostedCluster cluster) {
        String namespace = controlPlaneNamespace(cluster);
        JsonObject spec = JsonObject.of(
                "controlPlaneEndpoint",
                JsonObject.of("host", "", "port", 0),
                "controlPlaneServiceTemplate",
                JsonObject.of("spec", JsonObject.EMPTY));
        if (ClusterSettings.credentials(cluster).isPresent()) {
            spec = spec.with(
                    "infraClusterSecretRef",
                    JsonObject.of("kind", "Secret", "name", CREDENTIALS, "namespace", namespace));
        }
        return Json.toType(
                JsonObject.of(
                        "apiVersion",
                        "infrastructure.cluster.x-k8s.io/v1alpha1",
                        "kind",
                        "KubevirtCluster",
                        "metadata",
                        JsonObject.of(
                                "name",
                                ClusterSettings.infraId(cluster),
                                "namespace",
                                namespace,
                                "annotations",
                                JsonObject.of(Annotations.CAPI_MANAGED_BY, "external")),
                        "spec",
                        spec,
                        "status",
                        JsonObject.of("ready", true)),
                KubevirtCluster.class);
    }

    /** The kubeconfig of the infrastructure cluster, where that is another one. */
    static List<HasMetadata> credentials(HostedCluster cluster, World world) {
        Optional<KubevirtPlatformCredentials> credentials = ClusterSettings.credentials(cluster);
        if (credentials.isEmpty()) {
            return List.of();
        }
        KubevirtKubeconfigSecretRef reference = credentials.get().getInfraKubeConfigSecret();
        String name = reference == null || reference.getName() == null ? "" : reference.getName();
        String key = reference == null || reference.getKey() == null ? KUBECONFIG : reference.getKey();
        String namespace = cluster.getMetadata().getNamespace();
        JsonObject source = world.tree(Secret.class, namespace, name)
                .orElseThrow(() -> new HcpException("failed to get infra kubeconfig secret " + namespace + "/" + name
                        + ": secrets \"" + name + "\" not found"));
        String kubeconfig = source.text("data", key);
        if (kubeconfig == null) {
            throw new HcpException("infra kubeconfig secret " + namespace + "/" + name + " has no key " + key);
        }
        return List.of(Json.toType(
                JsonObject.of(
                        "apiVersion", "v1",
                        "kind", "Secret",
                        "metadata", JsonObject.of("name", CREDENTIALS, "namespace", controlPlaneNamespace(cluster)),
                        "type", "Opaque",
                        "data", JsonObject.of(KUBECONFIG, kubeconfig)),
                Secret.class));
    }

    /** The Cluster API provider for KubeVirt. */
    static CapiProvider capiProvider(HostedCluster cluster, ReleaseMetadata release) {
        Map<String, String> annotations = cluster.getMetadata().getAnnotations();
        String override = annotations == null ? null : annotations.get(Annotations.CAPI_PROVIDER_KUBEVIRT_IMAGE);
        String image = override != null
                ? override
                : release.componentImages().getOrDefault("cluster-api-provider-kubevirt", "");
        JsonObject manager = CapiManager.probed(CapiManager.container(
                        image, "/manager", List.of("--namespace", "$(MY_NAMESPACE)", "--v=4", "--leader-elect=true")))
                .with(
                        "volumeMounts",
                        List.of(JsonObject.of(
                                "name",
                                SecretNames.CAPI_WEBHOOKS_TLS,
                                "readOnly",
                                true,
                                "mountPath",
                                "/tmp/k8s-webhook-server/serving-certs")));
        JsonObject pod = JsonObject.of(
                "containers", List.of(manager),
                "terminationGracePeriodSeconds", 10,
                "volumes",
                        List.of(JsonObject.of(
                                "name",
                                SecretNames.CAPI_WEBHOOKS_TLS,
                                "secret",
                                JsonObject.of("secretName", SecretNames.CAPI_WEBHOOKS_TLS, "defaultMode", 0640))));
        return new CapiProvider(Json.toType(pod, PodSpec.class), rules());
    }

    private static List<PolicyRule> rules() {
        return List.of(
                CapiManager.rule("kubevirt.io", List.of("virtualmachines", "virtualmachineinstances"), "*"),
                CapiManager.rule("cdi.kubevirt.io", List.of("datavolumes"), "get", "list", "watch"),
                CapiManager.rule("subresources.kubevirt.io", List.of("virtualmachineinstances/addvolume"), "update"));
    }

    private static String controlPlaneNamespace(HostedCluster cluster) {
        return Naming.controlPlaneNamespace(
                cluster.getMetadata().getNamespace(), cluster.getMetadata().getName());
    }
}
