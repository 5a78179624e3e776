package dev.hcp.simulator.behaviour;

import dev.hcp.api.json.JsonObject;
import dev.hcp.platforms.InfrastructureCluster;
import dev.hcp.platforms.KeyMaterial;
import dev.hcp.platforms.ManagementCluster;
import dev.hcp.platforms.OperatorOptions;
import dev.hcp.platforms.Reachability;
import dev.hcp.platforms.ReleaseCatalogue;
import dev.hcp.platforms.ReleaseMetadata;
import dev.hcp.platforms.ReleaseNotFoundException;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.reconcilers.PlainStore;
import dev.hcp.reconcilers.StoredWorld;
import dev.hcp.simulator.keys.SimulatedKeyMaterial;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The world a recording was made in, over a plain store. Time stands still. */
final class RecordedWorld implements StoredWorld {
    static final Instant NOW = Instant.parse("2026-11-22T23:45:00Z");

    private static final String BOOT_IMAGE = "quay.io/openshift-release-dev/ocp-v4.0-art-dev"
            + "@sha256:d9643ead36b1c026be664c9c65c11433c6cdf71bfd93ba229141d134a4a6dd94";

    /** The registry answers for any image, known or not. */
    private static final String ARCHITECTURE = "AMD64";

    private static final String DIGEST = "sha256:70fb4524d21e1b6c08477eb5d1ca2cf282b3270b1d008f70dd7e1cf13d8ba4ce";

    /** Parts of the payload that the recorded control plane operator found. */
    private static final List<String> COMPONENTS = List.of(
            "aws-cluster-api-controllers",
            "cluster-capi-controllers",
            "cluster-config-api",
            "cluster-config-operator",
            "machine-config-operator",
            "cli",
            "haproxy-router",
            "hyperkube",
            "etcd",
            "konnectivity",
            "apiserver-network-proxy",
            "oauth-server",
            "openshift-apiserver",
            "kubevirt-csi-driver",
            "kubevirt-cloud-controller-manager",
            "csi-driver-nfs",
            "csi-external-attacher",
            "csi-external-provisioner",
            "csi-external-resizer",
            "csi-external-snapshotter",
            "csi-livenessprobe",
            "csi-node-driver-registrar");

    private final PlainStore store;
    private final Map<String, String> releases = new TreeMap<>();
    private final KeyMaterial keyMaterial = new SimulatedKeyMaterial(1);
    private final Recording recording;
    private final InfrastructureCluster infrastructure;

    RecordedWorld(Recording recording, PlainStore store) {
        this.recording = recording;
        this.infrastructure = new InfrastructureCluster(
                Optional.of(recording.textOr("1.2.0", "infraKubevirtVersion")),
                recording.textOr("1.28.0", "infraKubernetesVersion"));
        this.store = store;
        recording.content().object("releases").forEach((image, version) -> {
            if (version instanceof String text) {
                releases.put(image, text);
            }
        });
    }

    @Override
    public PlainStore store() {
        return store;
    }

    @Override
    public Instant now() {
        return NOW;
    }

    @Override
    public ReleaseCatalogue releases() {
        return new ReleaseCatalogue() {
            @Override
            public ReleaseMetadata lookup(String image) {
                String version = releases.get(image);
                if (version == null) {
                    throw new ReleaseNotFoundException("unable to lookup release image");
                }
                return metadata(image, version);
            }

            @Override
            public String payloadArch(String image) {
                return ARCHITECTURE;
            }

            @Override
            public Optional<String> digest(String image) {
                return Optional.of(DIGEST);
            }
        };
    }

    private static ReleaseMetadata metadata(String image, String version) {
        Map<String, String> components = new TreeMap<>();
        COMPONENTS.forEach(name -> components.put(name, "quay.io/component/" + name));
        return new ReleaseMetadata(
                image,
                version,
                ARCHITECTURE,
                components,
                Optional.of(BOOT_IMAGE),
                Map.of("us-east-1/x86_64", "us-east-1-x86_64-image", "us-east-1/aarch64", "us-east-1-aarch64-image"),
                Map.of(),
                JsonObject.EMPTY);
    }

    @Override
    public KeyMaterial keyMaterial() {
        return keyMaterial;
    }

    @Override
    public Optional<InfrastructureCluster> infrastructureCluster(String kubeconfig) {
        return Optional.of(infrastructure);
    }

    /** What the management cluster runs on, as its Infrastructure object says. */
    private String platform() {
        return store.tree("config.openshift.io/Infrastructure", new ObjectKey("", "cluster"))
                .map(infrastructure -> infrastructure.text("status", "platformStatus", "type"))
                .orElse("None");
    }

    @Override
    public ManagementCluster managementCluster() {
        return new ManagementCluster(
                !recording.content().isTrue("managementClusterWithoutRoutes"),
                platform(),
                recording.controller().equals("HostedControlPlane")
                        ? Optional.of("apps.mgmt.example.com")
                        : Optional.empty(),
                OperatorOptions.DEFAULTS.withImage("quay.io/hypershift/operator:latest"),
                infrastructure.kubeVirtVersion(),
                infrastructure.kubernetesVersion(),
                Set.of(ManagementCluster.MONITORING, ManagementCluster.IMAGES));
    }

    @Override
    public Reachability reachability() {
        return RecordedNetwork.INSTANCE;
    }
}
