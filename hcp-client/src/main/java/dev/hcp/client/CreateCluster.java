package dev.hcp.client;

import dev.hcp.api.HcpException;
import dev.hcp.api.configuration.ClusterConfiguration;
import dev.hcp.api.configuration.OperatorHubConfig;
import dev.hcp.api.hypershift.AvailabilityPolicy;
import dev.hcp.api.hypershift.DnsSpec;
import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.hypershift.HostedClusterSpec;
import dev.hcp.api.hypershift.ImageContentSource;
import dev.hcp.api.hypershift.NodePoolPlatform;
import dev.hcp.api.hypershift.OlmCatalogPlacement;
import dev.hcp.api.hypershift.PlatformType;
import dev.hcp.api.hypershift.SecretEncryptionSpec;
import dev.hcp.api.hypershift.UpgradeType;
import dev.hcp.api.names.Labels;
import dev.hcp.api.names.Naming;
import dev.hcp.api.value.Cidr;
import dev.hcp.api.value.PausedUntil;
import dev.hcp.platforms.OptionProblem;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Toleration;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A hosted cluster to be created, with the options and defaults of {@code hcp create cluster} that all platforms share.
 *
 * <p>The same objects can be looked at ({@link #resources()}), written as YAML ({@link #render()}), compared with what
 * exists ({@link #diff()}) or created ({@link #apply()}). What is drawn at random (infrastructure identifier, encryption
 * key, SSH key) is drawn once per builder, so all of these agree. Texts that are empty count as not given. Not
 * thread-safe.
 *
 * @param <B> the builder itself
 */
public abstract class CreateCluster<B extends CreateCluster<B>> {
    private static final Pattern DNS_LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");
    private static final Set<String> ARCHITECTURES = Set.of("amd64", "arm64", "ppc64le");

    final HcpClient client;
    final String namespace;
    final String name;

    private final SecureRandom random = new SecureRandom();

    String releaseImage = "";
    String releaseStream = "";

    @Nullable
    String pullSecret;

    @Nullable
    String sshKey;

    boolean generateSsh;

    @Nullable
    SshKeyPair sshKeyPair;

    String infraId = "";
    byte @Nullable [] etcdEncryptionKey;
    String baseDomain = "";
    String externalDnsDomain = "";
    String networkType = "OVNKubernetes";
    AvailabilityPolicy controlPlaneAvailabilityPolicy = AvailabilityPolicy.HIGHLY_AVAILABLE;

    @Nullable
    AvailabilityPolicy infraAvailabilityPolicy;

    String etcdStorageClass = "";

    @Nullable
    String additionalTrustBundle;

    List<ImageContentSource> imageContentSources = List.of();
    final Map<String, String> annotations = new LinkedHashMap<>();
    final Map<String, String> nodeSelector = new LinkedHashMap<>();
    final List<Toleration> tolerations = new ArrayList<>();
    List<String> clusterCidr = List.of("10.132.0.0/14");
    List<String> serviceCidr = List.of("172.31.0.0/16");
    boolean fips;
    OlmCatalogPlacement olmCatalogPlacement = OlmCatalogPlacement.MANAGEMENT;
    boolean olmDisableDefaultSources;

    @Nullable
    PausedUntil pausedUntil;

    int nodePoolReplicas;
    String arch = "amd64";
    boolean autoRepair;
    Duration nodeDrainTimeout = Duration.ZERO;
    Duration nodeVolumeDetachTimeout = Duration.ZERO;

    @Nullable
    UpgradeType nodeUpgradeType;

    CreateCluster(HcpClient client, String namespace, String name) {
        this.client = client;
        this.namespace = namespace;
        this.name = name;
    }

    // ---- what differs by platform --------------------------------------------------------------------------------

    abstract B self();

    abstract PlatformType platformType();

    /** Looks up what was not given; called before anything is made. Must come to the same result when called again. */
    void lookUp() {}

    /** What of the platform's options cannot even be rendered. */
    abstract List<OptionProblem> platformRefusals();

    /** What of the platform's options cannot work, the refusals among it. */
    abstract List<OptionProblem> platformProblems();

    /** What of the platform's options does not fit the management cluster, which is asked. */
    List<OptionProblem> managementProblems() {
        return List.of();
    }

    /** Adds the platform's part of the specification: platform, services, dns. */
    abstract void describe(HostedClusterSpec.Builder spec);

    /** The cluster's configuration, beginning with the common one. */
    ClusterConfiguration configured(ClusterConfiguration configuration) {
        return configuration;
    }

    /** Addresses of nodes, where they are known beforehand. */
    List<String> machineCidr() {
        return List.of();
    }

    /** Encryption other than by a key of our own. */
    Optional<SecretEncryptionSpec> secretEncryption() {
        return Optional.empty();
    }

    /** Objects of the platform, which are created before the encryption key. */
    List<HasMetadata> platformObjects() {
        return List.of();
    }

    /** The node pools: what is added to the cluster's name to name each, and its part of the platform. */
    abstract Map<String, NodePoolPlatform> pools();

    DnsSpec dns() {
        DnsSpec.Builder dns = DnsSpec.builder();
        dns.baseDomain(baseDomain);
        return dns.build();
    }

    // ---- options -------------------------------------------------------------------------------------------------

    /**
     * The release to install, {@code --release-image}. Required to apply unless there is a {@link #releaseStream}; rendered
     * without when not set.
     */
    public B releaseImage(String releaseImage) {
        this.releaseImage = releaseImage;
        return self();
    }

    /**
     * A stream whose newest release is looked up online when no {@link #releaseImage} is given, {@code --release-stream},
     * such as {@code 4-stable-multi}. None by default.
     */
    public B releaseStream(String stream) {
        this.releaseStream = stream;
        return self();
    }

    /** Content of the pull secret, {@code --pull-secret}: a Docker configuration in JSON with a member "auths". Required. */
    public B pullSecret(String dockerConfigJson) {
        this.pullSecret = dockerConfigJson;
        return self();
    }

    /** Public SSH key of the nodes, {@code --ssh-key}. None by default. */
    public B sshKey(String publicKey) {
        this.sshKey = publicKey;
        return self();
    }

    /** Makes an SSH key for the nodes, {@code --generate-ssh}; it ends up in the Secret {@code <name>-ssh-key}. */
    public B generateSsh(boolean generate) {
        this.generateSsh = generate;
        return self();
    }

    /** Base domain, {@code --base-domain}; the platform's builder says what holds when it is not set. */
    public B baseDomain(String baseDomain) {
        this.baseDomain = baseDomain;
        return self();
    }

    /** Domain in which names of the cluster's services are made, {@code --external-dns-domain}. */
    public B externalDnsDomain(String domain) {
        this.externalDnsDomain = domain;
        return self();
    }

    /** Network plug-in, {@code --network-type}. OVNKubernetes by default. */
    public B networkType(String type) {
        this.networkType = type;
        return self();
    }

    /** How available the control plane is, {@code --control-plane-availability-policy}. HighlyAvailable by default. */
    public B controlPlaneAvailabilityPolicy(AvailabilityPolicy policy) {
        this.controlPlaneAvailabilityPolicy = policy;
        return self();
    }

    /** How available what runs on nodes is, {@code --infra-availability-policy}. The API's own default when not set. */
    public B infraAvailabilityPolicy(AvailabilityPolicy policy) {
        this.infraAvailabilityPolicy = policy;
        return self();
    }

    /** Storage class of etcd's volumes, {@code --etcd-storage-class}. The management cluster's default when not set. */
    public B etcdStorageClass(String storageClass) {
        this.etcdStorageClass = storageClass;
        return self();
    }

    /** Infrastructure identifier, {@code --infra-id}. The name and five random characters by default. */
    public B infraId(String infraId) {
        this.infraId = infraId;
        return self();
    }

    /** Key that encrypts Secrets in etcd, 32 bytes. Random by default. */
    public B etcdEncryptionKey(byte[] key) {
        this.etcdEncryptionKey = key.clone();
        return self();
    }

    /** Certificates that the cluster trusts, in PEM, {@code --additional-trust-bundle}. */
    public B additionalTrustBundle(String pem) {
        this.additionalTrustBundle = pem;
        return self();
    }

    /** Mirrors of image registries, {@code --image-content-sources}. */
    public B imageContentSources(List<ImageContentSource> sources) {
        this.imageContentSources = List.copyOf(sources);
        return self();
    }

    /** An annotation of the HostedCluster, {@code --annotations}. */
    public B annotation(String key, String value) {
        annotations.put(key, value);
        return self();
    }

    /** Labels of management nodes that the control plane may run on, {@code --node-selector}. */
    public B nodeSelector(Map<String, String> labels) {
        nodeSelector.putAll(labels);
        return self();
    }

    /** A taint of management nodes that the control plane may run on all the same, {@code --toleration}. */
    public B toleration(Toleration toleration) {
        tolerations.add(toleration);
        return self();
    }

    /** Addresses of pods, {@code --cluster-cidr}. 10.132.0.0/14 by default. */
    public B clusterCidr(List<String> ranges) {
        this.clusterCidr = List.copyOf(ranges);
        return self();
    }

    /** Addresses of services, {@code --service-cidr}. 172.31.0.0/16 by default. */
    public B serviceCidr(List<String> ranges) {
        this.serviceCidr = List.copyOf(ranges);
        return self();
    }

    /** Whether nodes run in FIPS mode, {@code --fips}. Off by default. */
    public B fips(boolean fips) {
        this.fips = fips;
        return self();
    }

    /** Where operator catalogs run, {@code --olm-catalog-placement}. On the management cluster by default. */
    public B olmCatalogPlacement(OlmCatalogPlacement placement) {
        this.olmCatalogPlacement = placement;
        return self();
    }

    /** Leaves out the default operator catalogs, {@code --olm-disable-default-sources}. */
    public B olmDisableDefaultSources(boolean disable) {
        this.olmDisableDefaultSources = disable;
        return self();
    }

    /**
     * Until when nothing is reconciled, {@code --pausedUntil}. As with the reference tool {@code true} holds for the node
     * pools alone; a time holds for the cluster, too.
     */
    public B pausedUntil(PausedUntil until) {
        this.pausedUntil = until;
        return self();
    }

    /** Number of nodes, {@code --node-pool-replicas}. 0 by default: a pool without nodes; negative makes no pool. */
    public B nodePoolReplicas(int replicas) {
        this.nodePoolReplicas = replicas;
        return self();
    }

    /** Architecture of the nodes, {@code --arch}: amd64, the default, arm64 or ppc64le. */
    public B arch(String architecture) {
        this.arch = architecture;
        return self();
    }

    /** Whether unhealthy nodes are replaced, {@code --auto-repair}. Off by default. */
    public B autoRepair(boolean autoRepair) {
        this.autoRepair = autoRepair;
        return self();
    }

    /** How long draining a node may take, {@code --node-drain-timeout}. Zero, the default, for no limit. */
    public B nodeDrainTimeout(Duration timeout) {
        this.nodeDrainTimeout = timeout;
        return self();
    }

    /** How long to wait for a node's volumes to be detached, {@code --node-volume-detach-timeout}. Zero for no limit. */
    public B nodeVolumeDetachTimeout(Duration timeout) {
        this.nodeVolumeDetachTimeout = timeout;
        return self();
    }

    /** How nodes get new versions, {@code --node-upgrade-type}. What is usual on the platform by default. */
    public B nodeUpgradeType(UpgradeType type) {
        this.nodeUpgradeType = type;
        return self();
    }

    // ---- what comes of it ----------------------------------------------------------------------------------------

    /**
     * The objects, in the order in which they are created, as {@link #apply()} sends them.
     *
     * @throws InvalidOptionsException when the options cannot even be written down; see {@link #problems()} for the rest
     */
    public final List<HasMetadata> resources() {
        List<HasMetadata> resources = objects();
        for (HasMetadata resource : resources) {
            ObjectMeta metadata = resource.getMetadata();
            resource.setMetadata(new ObjectMetaBuilder(metadata)
                    .addToLabels(Labels.AUTO_CREATED_FOR_INFRA, infraId)
                    .build());
        }
        return resources;
    }

    /**
     * The objects in YAML, byte for byte as {@code hcp create cluster --render} writes them: without Secrets.
     *
     * @throws InvalidOptionsException when the options cannot even be written down
     */
    public final String render() {
        return Rendering.documents(objects(), false);
    }

    /** The objects in YAML with their Secrets, {@code --render --render-sensitive}. */
    public final String renderSensitive() {
        return Rendering.documents(objects(), true);
    }

    /**
     * What {@link #apply()} would change. Values of Secrets are not told.
     *
     * @throws InvalidOptionsException when the options cannot even be written down
     * @throws RequestFailedException when the management cluster cannot be asked
     */
    public final List<ResourceDiff> diff() {
        return Diffs.of(client.kubernetes(), resources());
    }

    /**
     * All that is wrong with the options, what the API server and the operator would refuse among it; empty when the
     * cluster can be created.
     */
    public final List<OptionProblem> problems() {
        List<OptionProblem> problems = refusals();
        boolean describable = problems.isEmpty();
        problems.removeAll(platformRefusals());
        problems.addAll(platformProblems());
        if (!DNS_LABEL.matcher(namespace).matches()) {
            problems.add(new OptionProblem("namespace", "'" + namespace + "' must be a DNS label"));
        }
        if (releaseImage.isBlank() && releaseStream.isBlank()) {
            problems.add(new OptionProblem("releaseImage", "is required"));
        }
        problems.addAll(PullSecrets.problems(pullSecret()));
        checkPolicy(problems, "controlPlaneAvailabilityPolicy", controlPlaneAvailabilityPolicy);
        checkPolicy(problems, "infraAvailabilityPolicy", infraAvailabilityPolicy);
        if (etcdEncryptionKey != null && etcdEncryptionKey.length != 32) {
            problems.add(new OptionProblem("etcdEncryptionKey", "must have 32 bytes, not " + etcdEncryptionKey.length));
        }
        if (describable && problems.isEmpty()) {
            problems.addAll(ObjectChecks.problems(resources()));
        }
        return List.copyOf(problems);
    }

    /**
     * Creates the cluster. Returns at once: see {@link HostedClusterResource#awaitAvailable}.
     *
     * @throws InvalidOptionsException with every problem of the options; nothing was applied then
     * @throws AlreadyExistsException when there is a cluster of this name; nothing was applied then
     * @throws RequestFailedException when an object is refused; its message and {@link RequestFailedException#applied()}
     *     say what was applied before
     */
    public final HostedClusterResource apply() {
        return apply(applied -> {});
    }

    /** {@link #apply()} that tells of each object once it is there, such as {@code Secret demo-pull-secret}. */
    public final HostedClusterResource apply(Consumer<String> progress) {
        refuse(problems());
        List<HasMetadata> resources = resources();
        HostedClusterResource cluster = client.hostedCluster(namespace, name);
        if (cluster.find().isPresent()) {
            throw new AlreadyExistsException(
                    cluster + " already exists; choose another name or delete it first", List.of(), null);
        }
        Failures.require(client.kubernetes(), HostedCluster.class);
        List<OptionProblem> unfit = new ArrayList<>(ManagementArchitecture.problems(client, releaseImage, arch));
        unfit.addAll(managementProblems());
        refuse(unfit);
        new Application(client.kubernetes(), "of " + cluster, progress).apply(resources);
        return cluster;
    }

    /** {@code hosted cluster namespace/name}. */
    @Override
    public String toString() {
        return "hosted cluster " + namespace + "/" + name;
    }

    // ---- inside --------------------------------------------------------------------------------------------------

    private List<HasMetadata> objects() {
        refuse(refusals());
        lookUp();
        if (releaseImage.isBlank() && !releaseStream.isBlank()) {
            releaseImage = client.releaseStreams().newest(releaseStream);
        }
        if (infraId.isEmpty()) {
            infraId = Naming.infraId(name, randomSuffix());
        }
        if (etcdEncryptionKey == null) {
            etcdEncryptionKey = new byte[32];
            random.nextBytes(etcdEncryptionKey);
        }
        if (generateSsh && sshKeyPair == null) {
            sshKeyPair = SshKeyPair.generate(random);
        }
        return new ClusterObjects(this).all();
    }

    private void refuse(List<OptionProblem> problems) {
        if (!problems.isEmpty()) {
            throw new InvalidOptionsException("cannot create " + this, problems);
        }
    }

    /** What the reference tool refuses, too, even to render. */
    private List<OptionProblem> refusals() {
        List<OptionProblem> problems = new ArrayList<>();
        if (!DNS_LABEL.matcher(name).matches()) {
            problems.add(new OptionProblem(
                    "name",
                    "'" + name + "' must be a DNS label: lower case letters, digits and '-', at most 63, beginning and"
                            + " ending with a letter or digit"));
        }
        if (!ARCHITECTURES.contains(arch)) {
            problems.add(new OptionProblem("arch", "must be amd64, arm64 or ppc64le, not '" + arch + "'"));
        }
        if (generateSsh && sshKey != null) {
            problems.add(new OptionProblem("generateSsh", "makes a key, so sshKey cannot be given, too"));
        }
        if (pausedUntil != null
                && !pausedUntil.text().equals("true")
                && pausedUntil.time().isEmpty()) {
            problems.add(new OptionProblem(
                    "pausedUntil",
                    "must be true or a time such as 2026-01-31T12:00:00Z, not '" + pausedUntil.text() + "'"));
        }
        checkRanges(problems, "clusterCidr", clusterCidr);
        checkRanges(problems, "serviceCidr", serviceCidr);
        problems.addAll(platformRefusals());
        return problems;
    }

    private static void checkPolicy(List<OptionProblem> problems, String option, @Nullable AvailabilityPolicy policy) {
        if (policy != null
                && !policy.equals(AvailabilityPolicy.HIGHLY_AVAILABLE)
                && !policy.equals(AvailabilityPolicy.SINGLE_REPLICA)) {
            problems.add(new OptionProblem(option, "must be HighlyAvailable or SingleReplica, not '" + policy + "'"));
        }
    }

    private static void checkRanges(List<OptionProblem> problems, String option, List<String> ranges) {
        for (String range : ranges) {
            if (!Cidr.of(range).isValid()) {
                problems.add(new OptionProblem(option, "'" + range + "' is not a range such as 10.132.0.0/14"));
            }
        }
    }

    /** The pull secret, from wherever the platform has it. */
    Optional<String> pullSecret() {
        return Optional.ofNullable(pullSecret);
    }

    ClusterConfiguration configuration() {
        ClusterConfiguration.Builder configuration = ClusterConfiguration.builder();
        if (olmDisableDefaultSources) {
            configuration.operatorhub(
                    OperatorHubConfig.builder().disableAllDefaultSources(true).build());
        }
        return configured(configuration.build());
    }

    UpgradeType upgradeType() {
        return nodeUpgradeType != null
                ? nodeUpgradeType
                : client.platforms().get(platformType().value()).defaultUpgradeType();
    }

    private String randomSuffix() {
        StringBuilder suffix = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            suffix.append(Naming.SUFFIX_ALPHABET.charAt(random.nextInt(Naming.SUFFIX_ALPHABET.length())));
        }
        return suffix.toString();
    }

    /** The first address of a node of the management cluster: where node ports are reached. */
    final String addressOfANode() {
        return NodeAddresses.first(client.kubernetes())
                .orElseThrow(() -> new HcpException("cannot create " + this
                        + ": no node of the management cluster has an address; give apiServerAddress"));
    }
}
