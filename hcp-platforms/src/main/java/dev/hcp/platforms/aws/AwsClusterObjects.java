package dev.hcp.platforms.aws;

import dev.hcp.api.capi.aws.AwsCluster;
import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.hypershift.HostedControlPlane;
import dev.hcp.api.hypershift.aws.AwsClusterResourceTag;
import dev.hcp.api.hypershift.aws.AwsPlatformSpec;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Annotations;
import dev.hcp.api.names.SecretNames;
import dev.hcp.platforms.CapiManager;
import dev.hcp.platforms.CapiProvider;
import dev.hcp.platforms.ControlPlaneEndpoint;
import dev.hcp.platforms.ReleaseMetadata;
import dev.hcp.platforms.World;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The objects that a hosted cluster on AWS has in its control plane namespace. */
final class AwsClusterObjects {
    private static final String TOKENS = "/var/run/secrets/openshift/serviceaccount";

    private AwsClusterObjects() {}

    /** The Cluster API infrastructure: managed by HyperShift, so ready at once and left alone by the provider. */
    static AwsCluster infrastructure(HostedCluster cluster, Optional<HostedControlPlane> controlPlane) {
        AwsPlatformSpec settings = AwsSettings.of(cluster);
        JsonObject.Builder spec =
                JsonObject.builder(4).put("controlPlaneEndpoint", ControlPlaneEndpoint.of(controlPlane));
        if (settings != null) {
            Map<String, Object> tags = new TreeMap<>();
            for (AwsClusterResourceTag tag : settings.getResourceTags()) {
                tags.put(AwsSettings.textOf(tag.getKey()), AwsSettings.textOf(tag.getValue()));
            }
            if (!tags.isEmpty()) {
                spec.put("additionalTags", JsonObject.copyOf(tags));
            }
            if (settings.getCloudProviderConfig() != null
                    && !AwsSettings.textOf(settings.getCloudProviderConfig().getVpc())
                            .isEmpty()) {
                spec.put(
                        "network",
                        JsonObject.of(
                                "vpc",
                                JsonObject.of(
                                        "id", settings.getCloudProviderConfig().getVpc())));
            }
            spec.put("region", AwsSettings.textOf(settings.getRegion()));
        }
        return Json.toType(
                JsonObject.of(
                        "apiVersion",
                        HasMetadata.getApiVersion(AwsCluster.class),
                        "kind",
                        HasMetadata.getKind(AwsCluster.class),
                        "metadata",
                        JsonObject.of(
                                "name",
                                cluster.getMetadata().getName(),
                                "namespace",
                                AwsSettings.controlPlaneNamespace(cluster),
                                "annotations",
                                JsonObject.of(Annotations.CAPI_MANAGED_BY, "external")),
                        "spec",
                        spec.build(),
                        "status",
                        JsonObject.of("ready", true)),
                AwsCluster.class);
    }

    /** The Cluster API provider for AWS, with a side car that mints the token for its role. */
    static CapiProvider capiProvider(HostedCluster cluster, ReleaseMetadata release, World world) {
        String image = AwsSettings.annotation(
                        cluster.getMetadata().getAnnotations(), Annotations.CAPI_PROVIDER_AWS_IMAGE)
                .orElseGet(() -> release.componentImages().getOrDefault("aws-cluster-api-controllers", ""));
        String operator = release.componentImages()
                .getOrDefault("hypershift", world.managementCluster().operator().image());
        JsonObject pod = JsonObject.of(
                "containers",
                List.of(manager(image), tokenMinter(operator)),
                "terminationGracePeriodSeconds",
                10,
                "volumes",
                List.of(
                        secret("capi-webhooks-tls", SecretNames.CAPI_WEBHOOKS_TLS),
                        secret("credentials", SecretNames.NODE_MANAGEMENT_CREDS),
                        secret("svc-kubeconfig", SecretNames.SERVICE_NETWORK_ADMIN_KUBECONFIG),
                        JsonObject.of("name", "token", "emptyDir", JsonObject.of("medium", "Memory"))));
        return new CapiProvider(Json.toType(pod, PodSpec.class), List.of());
    }

    private static JsonObject manager(String image) {
        JsonObject container = CapiManager.container(
                image,
                "/bin/cluster-api-provider-aws-controller-manager",
                List.of("--namespace", "$(MY_NAMESPACE)", "--v=4", "--leader-elect=true", "--feature-gates=EKS=false"),
                JsonObject.of("name", "AWS_SHARED_CREDENTIALS_FILE", "value", "/home/.aws/credentials"),
                JsonObject.of("name", "AWS_SDK_LOAD_CONFIG", "value", "true"));
        return CapiManager.probed(container)
                .with(
                        "volumeMounts",
                        List.of(
                                JsonObject.of(
                                        "name",
                                        "capi-webhooks-tls",
                                        "readOnly",
                                        true,
                                        "mountPath",
                                        "/tmp/k8s-webhook-server/serving-certs"),
                                JsonObject.of("name", "credentials", "mountPath", "/home/.aws"),
                                JsonObject.of("name", "token", "mountPath", TOKENS)));
    }

    private static JsonObject tokenMinter(String image) {
        return JsonObject.of(
                "name",
                "token-minter",
                "image",
                image,
                "imagePullPolicy",
                "IfNotPresent",
                "command",
                List.of("/usr/bin/control-plane-operator", "token-minter"),
                "args",
                List.of(
                        "--service-account-namespace=kube-system",
                        "--service-account-name=capa-controller-manager",
                        "--token-file=" + TOKENS + "/token",
                        "--kubeconfig=/etc/kubernetes/kubeconfig"),
                "resources",
                JsonObject.of("requests", JsonObject.of("cpu", "10m", "memory", "10Mi")),
                "volumeMounts",
                List.of(
                        JsonObject.of("name", "token", "mountPath", TOKENS),
                        JsonObject.of("name", "svc-kubeconfig", "mountPath", "/etc/kubernetes")));
    }

    private static JsonObject secret(String volume, String secret) {
        return JsonObject.of("name", volume, "secret", JsonObject.of("secretName", secret, "defaultMode", 0640));
    }
}
