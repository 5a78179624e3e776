package dev.hcp.samples.cli;

import dev.hcp.api.hypershift.AvailabilityPolicy;
import dev.hcp.api.names.Annotations;
import dev.hcp.api.value.PausedUntil;
import dev.hcp.client.CreateCluster;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags that {@code create cluster} has on every platform. */
final class ClusterFlags {
    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NAME",
            description = "Namespace of the cluster. Default: clusters.")
    String namespace = "clusters";

    @Option(names = "--name", paramLabel = "NAME", description = "Name of the cluster. Default: example.")
    String name = "example";

    @Option(names = "--base-domain", paramLabel = "DOMAIN", description = "Domain below which the cluster's names are.")
    private String baseDomain = "";

    @Option(
            names = "--base-domain-prefix",
            paramLabel = "PREFIX",
            description = "What stands before the base domain instead of the cluster's name, on AWS; none for nothing.")
    String baseDomainPrefix = "";

    @Option(
            names = "--external-dns-domain",
            paramLabel = "DOMAIN",
            description = "Domain in which names for the control plane's services are made.")
    private String externalDnsDomain = "";

    @Option(names = "--network-type", paramLabel = "TYPE", description = "Network plug-in. Default: OVNKubernetes.")
    private String networkType = "OVNKubernetes";

    @Option(names = "--release-image", paramLabel = "IMAGE", description = "Release of control plane and nodes.")
    private String releaseImage = "";

    @Option(
            names = "--release-stream",
            paramLabel = "STREAM",
            description =
                    "Stream whose newest release is taken when no release image is given, such as 4-stable-multi.")
    private String releaseStream = "";

    @Option(names = "--pull-secret", paramLabel = "FILE", description = "File with the pull secret.")
    @Nullable
    Path pullSecret;

    @Option(
            names = "--control-plane-availability-policy",
            paramLabel = "POLICY",
            description = "HighlyAvailable or SingleReplica, for the control plane. Default: HighlyAvailable; without"
                    + " platform SingleReplica.")
    private String controlPlaneAvailabilityPolicy = "";

    @Option(
            names = "--infra-availability-policy",
            paramLabel = "POLICY",
            description = "HighlyAvailable or SingleReplica, for what runs on nodes.")
    private String infraAvailabilityPolicy = "";

    @Option(names = "--ssh-key", paramLabel = "FILE", description = "File with the public SSH key of the nodes.")
    private @Nullable Path sshKey;

    @Option(
            names = "--generate-ssh",
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "true|false",
            description = "Make an SSH key for the nodes.")
    private boolean generateSsh;

    @Option(
            names = "--additional-trust-bundle",
            paramLabel = "FILE",
            description = "File with certificates that the cluster trusts.")
    private @Nullable Path additionalTrustBundle;

    @Option(
            names = "--image-content-sources",
            paramLabel = "FILE",
            description = "YAML file with a list of image sources and their mirrors.")
    private @Nullable Path imageContentSources;

    @Option(
            names = "--node-pool-replicas",
            paramLabel = "N",
            description = "Number of nodes. Default: 0, a pool without nodes; negative makes no pool.")
    int nodePoolReplicas;

    @Option(
            names = "--node-drain-timeout",
            paramLabel = "DURATION",
            converter = GoDurationConverter.class,
            description = "How long draining a node may take, such as 10m. Default: 0s, as long as it takes.")
    private Duration nodeDrainTimeout = Duration.ZERO;

    @Option(
            names = "--node-volume-detach-timeout",
            paramLabel = "DURATION",
            converter = GoDurationConverter.class,
            description = "How long to wait for a node's volumes to be detached. Default: 0s, as long as it takes.")
    private Duration nodeVolumeDetachTimeout = Duration.ZERO;

    @Option(
            names = "--annotations",
            paramLabel = "KEY=VALUE",
            description = "Annotation of the HostedCluster; may be repeated.")
    private List<String> annotations = List.of();

    @Option(
            names = "--fips",
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "true|false",
            description = "Run nodes in FIPS mode.")
    private boolean fips;

    @Option(
            names = "--auto-repair",
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "true|false",
            description = "Replace nodes that are not healthy.")
    private boolean autoRepair;

    @Option(
            names = "--etcd-storage-class",
            paramLabel = "CLASS",
            description = "Storage class of etcd's volumes. Default: the management cluster's; gp3-csi on AWS.")
    private String etcdStorageClass = "";

    @Option(
            names = "--infra-id",
            paramLabel = "ID",
            description = "Identifier of what belongs to the cluster. Default: its name and five random characters.")
    private String infraId = "";

    @Option(
            names = "--service-cidr",
            paramLabel = "RANGE",
            split = ",",
            description = "Addresses of services; may be repeated. Default: 172.31.0.0/16.")
    private @Nullable List<String> serviceCidr;

    @Option(
            names = "--cluster-cidr",
            paramLabel = "RANGE",
            split = ",",
            description = "Addresses of pods; may be repeated. Default: 10.132.0.0/14.")
    private @Nullable List<String> clusterCidr;

    @Option(
            names = "--default-dual",
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "true|false",
            description = "Addresses of both IP families for pods and services, on agents.")
    boolean defaultDual;

    @Option(
            names = "--node-selector",
            paramLabel = "KEY=VALUE",
            split = ",",
            description = "Labels of management nodes that the control plane may run on.")
    private Map<String, String> nodeSelector = Map.of();

    @Option(
            names = "--toleration",
            paramLabel = "FIELD=VALUE,...",
            description = "Taint of management nodes that the control plane may run on, such as"
                    + " key=k,operator=Exists,effect=NoSchedule; may be repeated.")
    private List<String> tolerations = List.of();

    @Option(
            names = "--node-upgrade-type",
            paramLabel = "TYPE",
            description = "How nodes get new versions: Replace or InPlace. Default: InPlace on agents and without"
                    + " platform, else Replace.")
    private @Nullable String nodeUpgradeType;

    @Option(
            names = "--olm-catalog-placement",
            paramLabel = "PLACE",
            description = "Where operator catalogs run: management or guest. Default: management.")
    private String olmCatalogPlacement = "management";

    @Option(
            names = "--olm-disable-default-sources",
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "true|false",
            description = "Leave out the default operator catalogs.")
    private boolean olmDisableDefaultSources;

    @Option(names = "--arch", paramLabel = "ARCH", description = "amd64, arm64 or ppc64le. Default: amd64.")
    private String arch = "amd64";

    @Option(
            names = "--pausedUntil",
            paramLabel = "TIME",
            description = "Until when nothing is reconciled: true, or a time such as 2026-01-31T12:00:00Z.")
    private String pausedUntil = "";

    @Option(
            names = "--control-plane-operator-image",
            paramLabel = "IMAGE",
            description = "For developers: image of the control plane operator.")
    private String controlPlaneOperatorImage = "";

    /** Sets what the flags say. */
    void applyTo(CreateCluster<?> cluster) {
        if (defaultDual && (clusterCidr != null || serviceCidr != null)) {
            throw new UsageException(
                    "--default-dual names both ranges, so neither --cluster-cidr nor --service-cidr can"
                            + " be given, too");
        }
        cluster.baseDomain(baseDomain)
                .externalDnsDomain(externalDnsDomain)
                .networkType(networkType)
                .releaseImage(releaseImage)
                .releaseStream(releaseStream)
                .generateSsh(generateSsh)
                .nodePoolReplicas(nodePoolReplicas)
                .nodeDrainTimeout(nodeDrainTimeout)
                .nodeVolumeDetachTimeout(nodeVolumeDetachTimeout)
                .fips(fips)
                .autoRepair(autoRepair)
                .nodeSelector(nodeSelector)
                .olmCatalogPlacement(OptionTexts.catalogPlacement(olmCatalogPlacement))
                .olmDisableDefaultSources(olmDisableDefaultSources)
                .arch(arch.toLowerCase(Locale.ROOT));
        applyFiles(cluster);
        applyIfGiven(cluster);
    }

    private void applyFiles(CreateCluster<?> cluster) {
        if (pullSecret != null) {
            cluster.pullSecret(InputFile.read("--pull-secret", pullSecret));
        }
        if (sshKey != null) {
            cluster.sshKey(InputFile.read("--ssh-key", sshKey));
        }
        if (additionalTrustBundle != null) {
            cluster.additionalTrustBundle(InputFile.read("--additional-trust-bundle", additionalTrustBundle));
        }
        if (imageContentSources != null) {
            cluster.imageContentSources(
                    OptionTexts.imageContentSources("--image-content-sources", imageContentSources));
        }
    }

    private void applyIfGiven(CreateCluster<?> cluster) {
        if (!controlPlaneAvailabilityPolicy.isEmpty()) {
            cluster.controlPlaneAvailabilityPolicy(AvailabilityPolicy.of(controlPlaneAvailabilityPolicy));
        }
        if (!infraAvailabilityPolicy.isEmpty()) {
            cluster.infraAvailabilityPolicy(AvailabilityPolicy.of(infraAvailabilityPolicy));
        }
        if (!etcdStorageClass.isEmpty()) {
            cluster.etcdStorageClass(etcdStorageClass);
        }
        if (!infraId.isEmpty()) {
            cluster.infraId(infraId);
        }
        if (serviceCidr != null) {
            cluster.serviceCidr(serviceCidr);
        }
        if (clusterCidr != null) {
            cluster.clusterCidr(clusterCidr);
        }
        if (nodeUpgradeType != null) {
            cluster.nodeUpgradeType(OptionTexts.upgradeType(nodeUpgradeType));
        }
        if (!pausedUntil.isEmpty()) {
            cluster.pausedUntil(PausedUntil.of(pausedUntil));
        }
        for (String annotation : annotations) {
            OptionTexts.Pair pair = OptionTexts.pair("--annotations", annotation);
            cluster.annotation(pair.key(), pair.value());
        }
        if (!controlPlaneOperatorImage.isEmpty()) {
            cluster.annotation(Annotations.CONTROL_PLANE_OPERATOR_IMAGE, controlPlaneOperatorImage);
        }
        tolerations.forEach(toleration -> cluster.toleration(OptionTexts.toleration(toleration)));
    }
}
