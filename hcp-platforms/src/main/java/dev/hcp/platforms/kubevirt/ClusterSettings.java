package dev.hcp.platforms.kubevirt;

import dev.hcp.api.HcpException;
import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.hypershift.HostedClusterSpec;
import dev.hcp.api.hypershift.PlatformSpec;
import dev.hcp.api.hypershift.SecretEncryptionSpec;
import dev.hcp.api.hypershift.kubevirt.KubevirtKubeconfigSecretRef;
import dev.hcp.api.hypershift.kubevirt.KubevirtPlatformCredentials;
import dev.hcp.api.hypershift.kubevirt.KubevirtPlatformSpec;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Annotations;
import dev.hcp.api.names.Naming;
import dev.hcp.api.value.ReleaseVersion;
import dev.hcp.platforms.ClusterDefaults;
import dev.hcp.platforms.InfrastructureCluster;
import dev.hcp.platforms.ManagementCluster;
import dev.hcp.platforms.World;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads, checks and completes what a HostedCluster says of KubeVirt. */
final class ClusterSettings {
    private static final ReleaseVersion OLDEST_KUBEVIRT = ReleaseVersion.parse("1.0.0");
    private static final ReleaseVersion OLDEST_KUBERNETES = ReleaseVersion.parse("1.27.0");
    private static final Set<String> GO_TRUE = Set.of("1", "t", "T", "TRUE", "true", "True");
    private static final int KEY_LENGTH = 32;

    private ClusterSettings() {}

    static @Nullable KubevirtPlatformSpec of(HostedCluster cluster) {
        HostedClusterSpec spec = cluster.getSpec();
        PlatformSpec platform = spec == null ? null : spec.getPlatform();
        return platform == null ? null : platform.getKubevirt();
    }

    /** The credentials of another infrastructure cluster, where there is one. */
    static Optional<KubevirtPlatformCredentials> credentials(HostedCluster cluster) {
        KubevirtPlatformSpec settings = of(cluster);
        return Optional.ofNullable(settings == null ? null : settings.getCredentials());
    }

    /** The namespace of the virtual machines. */
    static String infraNamespace(HostedCluster cluster, String controlPlaneNamespace) {
        return credentials(cluster)
                .map(KubevirtPlatformCredentials::getInfraNamespace)
                .filter(namespace -> !namespace.isEmpty())
                .orElse(controlPlaneNamespace);
    }

    static String infraId(HostedCluster cluster) {
        HostedClusterSpec spec = cluster.getSpec();
        String infraId = spec == null ? null : spec.getInfraID();
        return infraId == null ? "" : infraId;
    }

    /** What is wrong with the cluster that the virtual machines shall live in. */
    static List<String> validate(HostedCluster cluster, World world) {
        Map<String, String> annotations = cluster.getMetadata().getAnnotations();
        String override =
                annotations == null ? null : annotations.get(Annotations.ALLOW_UNSUPPORTED_KUBEVIRT_RHCOS_VARIANTS);
        if (override != null && GO_TRUE.contains(override)) {
            return List.of();
        }
        try {
            return infrastructure(cluster, world).map(ClusterSettings::outdated).orElse(List.of());
        } catch (HcpException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    /** The management cluster, or another one that the user names; empty where that cannot be looked at. */
    private static Optional<InfrastructureCluster> infrastructure(HostedCluster cluster, World world) {
        Optional<KubevirtPlatformCredentials> credentials = credentials(cluster);
        if (credentials.isEmpty()) {
            ManagementCluster management = world.managementCluster();
            return Optional.of(new InfrastructureCluster(management.kubeVirtVersion(), management.kubernetesVersion()));
        }
        KubevirtKubeconfigSecretRef reference = credentials.get().getInfraKubeConfigSecret();
        String name = reference == null || reference.getName() == null ? "" : reference.getName();
        String key = reference == null || reference.getKey() == null ? "kubeconfig" : reference.getKey();
        String namespace = cluster.getMetadata().getNamespace();
        JsonObject secret = world.tree(Secret.class, namespace, name)
                .orElseThrow(() -> new HcpException("failed to fetch infra kubeconfig secret " + namespace + "/" + name
                        + ": secrets \"" + name + "\" not found"));
        String kubeconfig = secret.text("data", key);
        if (kubeconfig == null) {
            throw new HcpException("failed to retrieve infra kubeconfig from secret: '" + key + "' key is missing");
        }
        return world.infrastructureCluster(kubeconfig);
    }

    private static List<String> outdated(InfrastructureCluster infrastructure) {
        List<String> problems = new ArrayList<>();
        Optional<String> kubeVirt = infrastructure.kubeVirtVersion();
        if (kubeVirt.isEmpty()) {
            problems.add(
                    "KubeVirt is not installed on the infrastructure cluster, hypershift kubevirt platform requires"
                            + " kubevirt version [1.0.0] or greater");
        } else if (isBefore(kubeVirt.get(), OLDEST_KUBEVIRT)) {
            problems.add("infrastructure kubevirt version is [" + bare(kubeVirt.get())
                    + "], hypershift kubevirt platform requires kubevirt version [1.0.0] or greater");
        }
        String kubernetes = infrastructure.kubernetesVersion();
        if (isBefore(kubernetes, OLDEST_KUBERNETES)) {
            problems.add("infrastructure Kubernetes version is [" + bare(kubernetes)
                    + "], hypershift kubevirt platform requires Kubernetes version [1.27.0] or greater");
        }
        return problems;
    }

    private static String bare(String version) {
        return version.startsWith("v") ? version.substring(1) : version;
    }

    private static boolean isBefore(String version, ReleaseVersion oldest) {
        ReleaseVersion actual = ReleaseVersion.of(bare(version));
        return actual.isValid() && actual.compareTo(oldest) < 0;
    }

    /** The generated identifier, the base domain of the infrastructure and the encryption of secrets in etcd. */
    static ClusterDefaults defaults(HostedCluster cluster, World world) {
        String purpose = cluster.getMetadata().getNamespace() + "/"
                + cluster.getMetadata().getName();
        JsonObject patch = JsonObject.EMPTY;
        KubevirtPlatformSpec settings = of(cluster);
        String id = settings == null ? null : settings.getGenerateID();
        if (id == null || id.isEmpty()) {
            String generated = world.keyMaterial().nameSuffix(purpose + "/kubevirt-generate-id", 10);
            patch = patch.withAt(generated, "spec", "platform", "kubevirt", "generateID");
        }
        if (settings != null
                && Boolean.TRUE.equals(settings.getBaseDomainPassthrough())
                && baseDomain(cluster).isEmpty()) {
            Optional<String> domain = world.managementCluster().defaultIngressDomain();
            if (domain.isPresent()) {
                patch = patch.withAt(domain.get(), "spec", "dns", "baseDomain");
            }
        }
        Map<String, String> annotations = cluster.getMetadata().getAnnotations();
        String platform = world.managementCluster().platform();
        if (annotations == null || !platform.equals(annotations.get(Annotations.MANAGEMENT_PLATFORM))) {
            patch = patch.withAt(platform, "metadata", "annotations", Annotations.MANAGEMENT_PLATFORM);
        }
        List<HasMetadata> objects = new ArrayList<>();
        SecretEncryptionSpec encryption =
                cluster.getSpec() == null ? null : cluster.getSpec().getSecretEncryption();
        if (encryption == null || encryption.getType() == null) {
            String name = Naming.etcdEncryptionKeySecret(cluster.getMetadata().getName());
            objects.add(encryptionKey(cluster, name, world, purpose));
            patch = patch.withAt(
                    JsonObject.of("type", "aescbc", "aescbc", JsonObject.of("activeKey", JsonObject.of("name", name))),
                    "spec",
                    "secretEncryption");
        }
        return new ClusterDefaults(objects, patch);
    }

    private static String baseDomain(HostedCluster cluster) {
        HostedClusterSpec spec = cluster.getSpec();
        String domain =
                spec == null || spec.getDns() == null ? null : spec.getDns().getBaseDomain();
        return domain == null ? "" : domain;
    }

    private static Secret encryptionKey(HostedCluster cluster, String name, World world, String purpose) {
        byte[] key = world.keyMaterial().bytes(purpose + "/etcd-encryption-key", KEY_LENGTH);
        JsonObject owner = JsonObject.of(
                "apiVersion", cluster.getApiVersion(),
                "kind", cluster.getKind(),
                "name", cluster.getMetadata().getName(),
                "uid",
                        cluster.getMetadata().getUid() == null
                                ? ""
                                : cluster.getMetadata().getUid());
        return Json.toType(
                JsonObject.of(
                        "apiVersion", "v1",
                        "kind", "Secret",
                        "metadata",
                                JsonObject.of(
                                        "name",
                                        name,
                                        "namespace",
                                        cluster.getMetadata().getNamespace(),
                                        "ownerReferences",
                                        List.of(owner)),
                        "type", "Opaque",
                        "data", JsonObject.of("key", Base64.getEncoder().encodeToString(key))),
                Secret.class);
    }
}
