package dev.hcp.client;

import dev.hcp.api.HcpException;
import dev.hcp.api.configuration.ClusterConfiguration;
import dev.hcp.api.hypershift.Architecture;
import dev.hcp.api.hypershift.AvailabilityPolicy;
import dev.hcp.api.hypershift.ClusterNetworkEntry;
import dev.hcp.api.hypershift.EtcdManagementType;
import dev.hcp.api.hypershift.EtcdStorageType;
import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.hypershift.HostedClusterSpec;
import dev.hcp.api.hypershift.NetworkType;
import dev.hcp.api.hypershift.NodePool;
import dev.hcp.api.hypershift.NodePoolSpec;
import dev.hcp.api.hypershift.OlmCatalogPlacement;
import dev.hcp.api.hypershift.PlatformType;
import dev.hcp.api.hypershift.PublishingStrategyType;
import dev.hcp.api.hypershift.SecretEncryptionType;
import dev.hcp.api.hypershift.ServiceNetworkEntry;
import dev.hcp.api.hypershift.ServicePublishingStrategyMapping;
import dev.hcp.api.hypershift.ServiceType;
import dev.hcp.api.hypershift.UpgradeType;
import dev.hcp.api.hypershift.kubevirt.KubevirtPlatformSpec;
import dev.hcp.api.hypershift.kubevirt.KubevirtRootVolumeType;
import dev.hcp.api.hypershift.kubevirt.MultiQueueSetting;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonSyntaxException;
import dev.hcp.api.names.Labels;
import dev.hcp.api.names.Naming;
import dev.hcp.api.validation.HostedClusterChecks;
import dev.hcp.api.validation.Validator;
import dev.hcp.api.value.GoDuration;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A hosted cluster on KubeVirt to be created, with the defaults of {@code hcp create cluster kubevirt} (documentation,
 * "Creating a hosted cluster with the KubeVirt platform").
 *
 * <p>{@link #resources()} gives the objects in the order they are created, {@link #apply()} creates them. Problems with
 * the options are all reported at once, before anything happens. Not thread-safe; the objects it gives are new each time.
 */
public final class CreateKubeVirtCluster {
    private static final String MANAGER = "hcp-client";
    private static final Pattern DNS_LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");

    private final HcpClient client;
    private final String namespace;
    private final String name;
    private final SecureRandom random = new SecureRandom();

    private @Nullable String releaseImage;
    private @Nullable String pullSecret;
    private @Nullable String sshKey;
    private @Nullable String infraId;
    private byte @Nullable [] etcdEncryptionKey;
    private String baseDomain = "";
    private AvailabilityPolicy availability = AvailabilityPolicy.HIGHLY_AVAILABLE;
    private @Nullable String etcdStorageClass;
    private int nodePoolReplicas;
    private String memory = "4Gi";
    private int cores = 2;
    private int rootVolumeGiB = 32;
    private boolean autoRepair;

    CreateKubeVirtCluster(HcpClient client, String namespace, String name) {
        this.client = client;
        this.namespace = namespace;
        this.name = name;
    }

    /** The release to install, {@code --release-image}. Required. */
    public CreateKubeVirtCluster releaseImage(String releaseImage) {
        this.releaseImage = releaseImage;
        return this;
    }

    /** Content of the pull secret, {@code --pull-secret}: a Docker configuration in JSON with a member "auths". Required. */
    public CreateKubeVirtCluster pullSecret(String dockerConfigJson) {
        this.pullSecret = dockerConfigJson;
        return this;
    }

    /** Public SSH key of the nodes, {@code --ssh-key}. None by default. */
    public CreateKubeVirtCluster sshKey(String publicKey) {
        this.sshKey = publicKey;
        return this;
    }

    /** Base domain, {@code --base-domain}. Empty by default: the cluster lives under the management cluster's ingress. */
    public CreateKubeVirtCluster baseDomain(String baseDomain) {
        this.baseDomain = baseDomain;
        return this;
    }

    /** How available the control plane is, {@code --control-plane-availability-policy}. HighlyAvailable by default. */
    public CreateKubeVirtCluster controlPlaneAvailability(AvailabilityPolicy policy) {
        this.availability = policy;
        return this;
    }

    /** Storage class of etcd's volumes, {@code --etcd-storage-class}. The management cluster's default when not set. */
    public CreateKubeVirtCluster etcdStorageClass(String storageClass) {
        this.etcdStorageClass = storageClass;
        return this;
    }

    /** Infrastructure identifier, {@code --infra-id}. The name and five random characters by default. */
    public CreateKubeVirtCluster infraId(String infraId) {
        this.infraId = infraId;
        return this;
    }

    /** Key that encrypts Secrets in etcd, 32 bytes. Random by default. */
    public CreateKubeVirtCluster etcdEncryptionKey(byte[] key) {
        this.etcdEncryptionKey = key.clone();
        return this;
    }

    /** Number of nodes, {@code --node-pool-replicas}. 0 by default: a pool without nodes; negative makes no pool. */
    public CreateKubeVirtCluster nodePoolReplicas(int replicas) {
        this.nodePoolReplicas = replicas;
        return this;
    }

    /** Memory of a node, {@code --memory}, as a Kubernetes quantity. {@code 4Gi} by default. */
    public CreateKubeVirtCluster memory(String quantity) {
        this.memory = quantity;
        return this;
    }

    /** Cores of a node, {@code --cores}, at least 1. 2 by default. */
    public CreateKubeVirtCluster cores(int cores) {
        this.cores = cores;
        return this;
    }

    /** Size of a node's root volume in GiB, {@code --root-volume-size}, at least 16. 32 by default. */
    public CreateKubeVirtCluster rootVolumeSize(int gibibytes) {
        this.rootVolumeGiB = gibibytes;
        return this;
    }

    /** Whether unhealthy nodes are replaced, {@code --auto-repair}. Off by default. */
    public CreateKubeVirtCluster autoRepair(boolean autoRepair) {
        this.autoRepair = autoRepair;
        return this;
    }

    /**
     * The objects, in the order in which they are created: Namespace, Secrets, HostedCluster, NodePool.
     *
     * @throws InvalidOptionsException with every problem of the options, and every field error that the API server would
     *     give for the cluster and its node pool
     */
    public List<HasMetadata> resources() {
        check();
        String infra = infraId != null ? infraId : Naming.infraId(name, randomSuffix());
        List<HasMetadata> resources = new ArrayList<>();
        resources.add(new NamespaceBuilder()
                .withNewMetadata()
                .withName(namespace)
                .endMetadata()
                .build());
        resources.add(secret(infra, "pull-secret", Map.of(".dockerconfigjson", bytes(String.valueOf(pullSecret)))));
        if (sshKey != null) {
            resources.add(secret(infra, "ssh-key", Map.of("id_rsa.pub", bytes(sshKey))));
        }
        resources.add(secret(
                infra,
                "etcd-encryption-key",
                Map.of("key", etcdEncryptionKey != null ? etcdEncryptionKey : randomBytes(32))));
        resources.add(hostedCluster(infra));
        if (nodePoolReplicas >= 0) {
            resources.add(nodePool(infra));
        }
        validate(resources);
        return resources;
    }

    /** Says at once what the API server and the operator would refuse. */
    private void validate(List<HasMetadata> resources) {
        List<String> problems = new ArrayList<>();
        for (HasMetadata resource : resources) {
            if (resource instanceof CustomResource<?, ?> custom) {
                Validator.validate(custom)
                        .errors()
                        .forEach(error -> problems.add(resource.getKind() + " " + error.message()));
            }
            if (resource instanceof HostedCluster cluster) {
                problems.addAll(HostedClusterChecks.problems(cluster));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidOptionsException("cannot create hosted cluster " + namespace + "/" + name, problems);
        }
    }

    /**
     * Creates the cluster. Returns at once: see {@link HostedClusterResource#awaitAvailable}.
     *
     * @throws InvalidOptionsException with every problem of the options; nothing was applied then
     * @throws HcpException when the cluster exists already, or an object is refused; the message says what was applied
     *     before
     */
    public HostedClusterResource apply() {
        List<HasMetadata> resources = resources();
        HostedClusterResource cluster = client.hostedCluster(namespace, name);
        if (cluster.find().isPresent()) {
            throw new HcpException(cluster + " already exists; choose another name or delete it first");
        }
        List<String> applied = new ArrayList<>();
        for (HasMetadata resource : resources) {
            String what = resource.getKind() + " " + resource.getMetadata().getName();
            Failures.explain("create " + what + " of " + cluster, applied, () -> {
                if (resource instanceof HostedCluster) {
                    return client.kubernetes().resource(resource).create();
                }
                return client.kubernetes().resource(resource).patch(serverSideApply());
            });
            applied.add(what);
        }
        return cluster;
    }

    private static PatchContext serverSideApply() {
        return new PatchContext.Builder()
                .withPatchType(PatchType.SERVER_SIDE_APPLY)
                .withFieldManager(MANAGER)
                .withForce(true)
                .build();
    }

    private void check() {
        List<String> problems = new ArrayList<>();
        if (!DNS_LABEL.matcher(name).matches()) {
            problems.add("name '" + name + "' must be a DNS label: lower case letters, digits and '-', at most 63");
        }
        if (!DNS_LABEL.matcher(namespace).matches()) {
            problems.add("namespace '" + namespace + "' must be a DNS label");
        }
        if (releaseImage == null || releaseImage.isBlank()) {
            problems.add("releaseImage is required");
        }
        checkPullSecret(problems);
        if (cores < 1) {
            problems.add("cores must be 1 or more, not " + cores);
        }
        if (rootVolumeGiB < 16) {
            problems.add("rootVolumeSize must be 16 GiB or more, not " + rootVolumeGiB);
        }
        checkMemory(problems);
        if (etcdEncryptionKey != null && etcdEncryptionKey.length != 32) {
            problems.add("etcdEncryptionKey must have 32 bytes, not " + etcdEncryptionKey.length);
        }
        if (!problems.isEmpty()) {
            throw new InvalidOptionsException("cannot create hosted cluster " + namespace + "/" + name, problems);
        }
    }

    private void checkPullSecret(List<String> problems) {
        if (pullSecret == null) {
            problems.add("pullSecret is required");
            return;
        }
        try {
            if (!Json.parseObject(pullSecret).containsKey("auths")) {
                problems.add("pullSecret has no member \"auths\"");
            }
        } catch (JsonSyntaxException e) {
            // The parser's own message may quote the secret.
            problems.add("pullSecret is not JSON");
        }
    }

    private void checkMemory(List<String> problems) {
        try {
            if (Quantity.getAmountInBytes(new Quantity(memory)).compareTo(BigDecimal.ZERO) <= 0) {
                problems.add("memory must be more than 0, not " + memory);
            }
        } catch (ArithmeticException | IllegalArgumentException e) {
            problems.add("memory '" + memory + "' is not a quantity such as 8Gi");
        }
    }

    private Secret secret(String infra, String suffix, Map<String, byte[]> data) {
        SecretBuilder secret = new SecretBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName(name + "-" + suffix)
                .addToLabels(Labels.SAFE_TO_DELETE_WITH_CLUSTER, "true")
                .addToLabels(Labels.AUTO_CREATED_FOR_INFRA, infra)
                .endMetadata();
        data.forEach((key, value) -> secret.addToData(key, Base64.getEncoder().encodeToString(value)));
        return secret.build();
    }

    private HostedCluster hostedCluster(String infra) {
        HostedCluster cluster = new HostedCluster();
        cluster.setMetadata(new ObjectMetaBuilder()
                .withNamespace(namespace)
                .withName(name)
                .addToLabels(Labels.AUTO_CREATED_FOR_INFRA, infra)
                .build());
        cluster.setSpec(HostedClusterSpec.builder()
                .release(release -> release.image(String.valueOf(releaseImage)))
                .pullSecret(new LocalObjectReference(name + "-pull-secret"))
                .sshKey(sshKey == null ? new LocalObjectReference() : new LocalObjectReference(name + "-ssh-key"))
                .infraID(infra)
                .dns(dns -> dns.baseDomain(baseDomain))
                .controllerAvailabilityPolicy(availability)
                .olmCatalogPlacement(OlmCatalogPlacement.MANAGEMENT)
                .fips(false)
                .configuration(ClusterConfiguration.builder().build())
                .autoscaling(autoscaling -> autoscaling)
                .networking(networking -> networking
                        .networkType(NetworkType.OVN_KUBERNETES)
                        .addClusterNetwork(ClusterNetworkEntry.builder()
                                .cidr("10.132.0.0/14")
                                .build())
                        .addServiceNetwork(ServiceNetworkEntry.builder()
                                .cidr("172.31.0.0/16")
                                .build()))
                .etcd(etcd -> etcd.managementType(EtcdManagementType.MANAGED)
                        .managed(managed -> managed.storage(storage -> storage.type(EtcdStorageType.PERSISTENT_VOLUME)
                                .persistentVolume(volume ->
                                        volume.size(new Quantity("8Gi")).storageClassName(etcdStorageClass)))))
                .secretEncryption(encryption -> encryption
                        .type(SecretEncryptionType.AESCBC)
                        .aescbc(aescbc ->
                                aescbc.activeKey(new LocalObjectReference(Naming.etcdEncryptionKeySecret(name)))))
                .platform(platform -> platform.type(PlatformType.KUBEVIRT)
                        .kubevirt(kubevirt -> baseDomain.isEmpty() ? passThrough(kubevirt) : kubevirt))
                .addServices(
                        published(ServiceType.API_SERVER, PublishingStrategyType.LOAD_BALANCER),
                        published(ServiceType.IGNITION, PublishingStrategyType.ROUTE),
                        published(ServiceType.KONNECTIVITY, PublishingStrategyType.ROUTE),
                        published(ServiceType.OAUTH_SERVER, PublishingStrategyType.ROUTE))
                .build());
        return cluster;
    }

    private static KubevirtPlatformSpec.Builder passThrough(KubevirtPlatformSpec.Builder kubevirt) {
        kubevirt.baseDomainPassthrough(true);
        return kubevirt;
    }

    private static ServicePublishingStrategyMapping published(ServiceType service, PublishingStrategyType strategy) {
        return ServicePublishingStrategyMapping.builder()
                .service(service)
                .servicePublishingStrategy(publishing -> publishing.type(strategy))
                .build();
    }

    private NodePool nodePool(String infra) {
        NodePool pool = new NodePool();
        pool.setMetadata(new ObjectMetaBuilder()
                .withNamespace(namespace)
                .withName(name)
                .addToLabels(Labels.AUTO_CREATED_FOR_INFRA, infra)
                .build());
        pool.setSpec(NodePoolSpec.builder()
                .clusterName(name)
                .replicas(nodePoolReplicas)
                .arch(Architecture.AMD64)
                .release(release -> release.image(String.valueOf(releaseImage)))
                .nodeDrainTimeout(GoDuration.of("0s"))
                .nodeVolumeDetachTimeout(GoDuration.of("0s"))
                .management(management -> management.autoRepair(autoRepair).upgradeType(UpgradeType.REPLACE))
                .platform(platform -> platform.type(PlatformType.KUBEVIRT)
                        .kubevirt(kubevirt -> kubevirt.attachDefaultNetwork(true)
                                .networkInterfaceMultiqueue(MultiQueueSetting.ENABLE)
                                .compute(compute -> compute.cores(cores).memory(new Quantity(memory)))
                                .rootVolume(volume -> volume.type(KubevirtRootVolumeType.PERSISTENT)
                                        .persistent(
                                                persistent -> persistent.size(new Quantity(rootVolumeGiB + "Gi"))))))
                .build());
        return pool;
    }

    private String randomSuffix() {
        StringBuilder suffix = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            suffix.append(Naming.SUFFIX_ALPHABET.charAt(random.nextInt(Naming.SUFFIX_ALPHABET.length())));
        }
        return suffix.toString();
    }

    private byte[] randomBytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
