package dev.hcp.platforms.kubevirt;

import dev.hcp.api.HcpException;
import dev.hcp.api.capi.KubevirtCluster;
import dev.hcp.api.capi.KubevirtMachine;
import dev.hcp.api.capi.KubevirtMachineTemplate;
import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.hypershift.HostedControlPlane;
import dev.hcp.api.hypershift.NodePool;
import dev.hcp.api.hypershift.NodePoolPlatformStatus;
import dev.hcp.api.hypershift.kubevirt.KubevirtHostDevice;
import dev.hcp.api.hypershift.kubevirt.KubevirtNodePoolPlatform;
import dev.hcp.api.hypershift.kubevirt.KubevirtNodePoolStatus;
import dev.hcp.api.hypershift.kubevirt.KubevirtPlatformCredentials;
import dev.hcp.api.hypershift.kubevirt.KubevirtRootVolume;
import dev.hcp.api.hypershift.kubevirt.KubevirtRootVolumeType;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.kubevirt.DataVolume;
import dev.hcp.api.names.Annotations;
import dev.hcp.api.names.ConditionReasons;
import dev.hcp.api.names.ConditionTypes;
import dev.hcp.platforms.Access;
import dev.hcp.platforms.CapiProvider;
import dev.hcp.platforms.ClusterDefaults;
import dev.hcp.platforms.MachineTemplate;
import dev.hcp.platforms.MachineTemplateException;
import dev.hcp.platforms.NodePoolContext;
import dev.hcp.platforms.NodePoolPreparation;
import dev.hcp.platforms.NodePoolPreparation.Finding;
import dev.hcp.platforms.Permissions;
import dev.hcp.platforms.PlatformProvider;
import dev.hcp.platforms.ReleaseMetadata;
import dev.hcp.platforms.World;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Platform {@code KubeVirt}.
 *
 * <p>Mirrors {@code spec.platform.kubevirt} of HostedCluster and NodePool. Nodes are virtual machines in the control plane
 * namespace, or in {@code spec.platform.kubevirt.credentials.infraNamespace} of another cluster.
 */
public final class KubeVirtPlatform implements PlatformProvider {
    @Override
    public String platformType() {
        return "KubeVirt";
    }

    @Override
    public Permissions permissions() {
        return Permissions.builder()
                .reads(NodePool.class, KubevirtMachine.class)
                .management(Secret.class, Access.APPLY)
                .management(KubevirtCluster.class, Access.APPLY, Access.STATUS)
                .management(KubevirtMachineTemplate.class, Access.APPLY, Access.DELETE)
                .management(DataVolume.class, Access.CREATE, Access.DELETE)
                .build();
    }

    @Override
    public List<String> validate(HostedCluster cluster, World world) {
        return ClusterSettings.validate(cluster, world);
    }

    @Override
    public ClusterDefaults defaults(HostedCluster cluster, World world) {
        return ClusterSettings.defaults(cluster, world);
    }

    @Override
    public Optional<HasMetadata> infrastructure(
            HostedCluster cluster, Optional<HostedControlPlane> controlPlane, World world) {
        return Optional.of(ClusterObjects.infrastructure(cluster));
    }

    @Override
    public List<HasMetadata> credentials(HostedCluster cluster, World world) {
        return ClusterObjects.credentials(cluster, world);
    }

    @Override
    public List<Condition> conditions(HostedCluster cluster, Optional<HostedControlPlane> controlPlane, World world) {
        return ClusterConditions.of(cluster, controlPlane, world);
    }

    @Override
    public Optional<CapiProvider> capiProvider(HostedCluster cluster, ReleaseMetadata release, World world) {
        return Optional.of(ClusterObjects.capiProvider(cluster, release));
    }

    @Override
    public Set<String> architectures() {
        return Set.of("amd64");
    }

    @Override
    public Optional<Class<? extends HasMetadata>> machineTemplateType() {
        return Optional.of(KubevirtMachineTemplate.class);
    }

    @Override
    public boolean judgesMachineConfig() {
        return true;
    }

    @Override
    public NodePoolPreparation prepare(NodePoolContext context) {
        NodePool pool = context.pool();
        Optional<String> problem = problem(PoolSettings.of(pool));
        if (problem.isPresent()) {
            String message = "validation of NodePool KubeVirt platform failed: " + problem.get();
            Finding finding = new Finding(
                    ConditionTypes.VALID_MACHINE_CONFIG, false, ConditionReasons.VALIDATION_FAILED, message);
            return NodePoolPreparation.failed(List.of(finding), message);
        }
        BootImage image;
        try {
            image = BootImage.of(
                    PoolSettings.rootVolume(pool), context.release(), PoolSettings.allowsUnsupportedVariants(pool));
        } catch (HcpException e) {
            Finding finding = new Finding(
                    ConditionTypes.VALID_PLATFORM_IMAGE,
                    false,
                    ConditionReasons.VALIDATION_FAILED,
                    "Couldn't discover a KubeVirt Image for release image \""
                            + context.release().image() + "\": " + e.getMessage());
            return NodePoolPreparation.failed(
                    List.of(finding), "couldn't discover a KubeVirt Image in release payload image: " + e.getMessage());
        }
        Optional<KubevirtPlatformCredentials> credentials = ClusterSettings.credentials(context.cluster());
        String namespace = ClusterSettings.infraNamespace(context.cluster(), context.controlPlaneNamespace());
        Optional<BootImageCache> cache = BootImageCache.of(pool, image, namespace, context.world());
        JsonObject source = cache.map(
                        c -> JsonObject.of("pvc", JsonObject.of("namespace", namespace, "name", c.name())))
                .orElseGet(image::importSource);
        return new NodePoolPreparation(
                List.of(new Finding(
                        ConditionTypes.VALID_PLATFORM_IMAGE,
                        true,
                        ConditionReasons.AS_EXPECTED,
                        "Bootstrap KubeVirt Image is " + image.image())),
                List.of(),
                Optional.empty(),
                cache.flatMap(BootImageCache::create).stream().toList(),
                cache.map(BootImageCache::outdated).orElse(List.of()),
                status(pool, cache, credentials),
                keepsApartBySpreading(context)
                        ? Map.of(Annotations.NODEPOOL_SUPPORTS_KUBEVIRT_TOPOLOGY_SPREAD_CONSTRAINTS, "true")
                        : Map.of(),
                source.toString());
    }

    @Override
    public Optional<MachineTemplate> machineTemplate(NodePoolContext context, NodePoolPreparation preparation) {
        KubevirtNodePoolPlatform settings = PoolSettings.of(context.pool());
        if (settings == null) {
            return Optional.empty();
        }
        String namespace = ClusterSettings.credentials(context.cluster()).isPresent()
                ? ClusterSettings.infraNamespace(context.cluster(), context.controlPlaneNamespace())
                : "";
        JsonObject template = new VirtualMachineTemplate(context.pool(), settings)
                .build(
                        ClusterSettings.infraId(context.cluster()),
                        namespace,
                        Json.parseObject(preparation.bootSource()));
        try {
            template = patched(template, context.cluster());
            template = patched(template, context.pool());
        } catch (HcpException e) {
            throw new MachineTemplateException(
                    ConditionReasons.INVALID_KUBEVIRT_MACHINE_TEMPLATE, String.valueOf(e.getMessage()));
        }
        JsonObject spec = JsonObject.of(
                "template",
                JsonObject.of(
                        "spec",
                        JsonObject.of(
                                "virtualMachineTemplate",
                                template,
                                "virtualMachineBootstrapCheck",
                                JsonObject.of("checkStrategy", "none"))));
        return Optional.of(new MachineTemplate(spec, VirtualMachineOrder.TEMPLATE.write(spec)));
    }

    @Override
    public Optional<Class<? extends HasMetadata>> judgedMachineType() {
        return Optional.of(KubevirtMachine.class);
    }

    @Override
    public List<Finding> machineFindings(NodePoolContext context) {
        return LiveMigration.finding(context.world(), context.controlPlaneNamespace()).stream()
                .toList();
    }

    @Override
    public List<HasMetadata> leftovers(NodePool pool, World world) {
        // The status remembers which other cluster they are in; here only those of this cluster can be seen.
        return List.copyOf(BootImageCache.existing(pool, "", world));
    }

    private static JsonObject patched(JsonObject template, HasMetadata object) {
        Map<String, String> annotations = object.getMetadata().getAnnotations();
        String patch = annotations == null ? null : annotations.get(Annotations.KUBEVIRT_VM_JSONPATCH);
        if (patch == null) {
            return template;
        }
        JsonArray operations;
        try {
            operations = JsonPatch.operations(patch);
        } catch (HcpException e) {
            throw new HcpException(
                    "failed to parse the " + Annotations.KUBEVIRT_VM_JSONPATCH + " annotation; wrong jsonpatch format: "
                            + e.getMessage(),
                    e);
        }
        try {
            return JsonPatch.apply(template, operations);
        } catch (HcpException e) {
            throw new HcpException("failed to apply json patch: " + e.getMessage(), e);
        }
    }

    /** New pools, and those that roll anyway, keep machines apart by spreading; for others it would be a roll-out. */
    private static boolean keepsApartBySpreading(NodePoolContext context) {
        String version = context.pool().getStatus() == null
                ? null
                : context.pool().getStatus().getVersion();
        return version == null
                || version.isEmpty()
                || !version.equals(context.release().version());
    }

    /** What the status says beside what is known now stays: by it, caches are found again when the pool goes. */
    private static Optional<NodePoolPlatformStatus> status(
            NodePool pool, Optional<BootImageCache> cache, Optional<KubevirtPlatformCredentials> credentials) {
        if (cache.isEmpty() && credentials.isEmpty()) {
            return Optional.empty();
        }
        KubevirtNodePoolStatus known = PoolSettings.status(pool);
        KubevirtNodePoolStatus.Builder status = known == null ? KubevirtNodePoolStatus.builder() : known.toBuilder();
        cache.ifPresent(c -> status.cacheName(c.name()));
        credentials.ifPresent(status::credentials);
        return Optional.of(
                NodePoolPlatformStatus.builder().kubeVirt(status.build()).build());
    }

    private static Optional<String> problem(@Nullable KubevirtNodePoolPlatform settings) {
        if (settings == null) {
            return Optional.of("nodepool.spec.platform.kubevirt is required");
        }
        KubevirtRootVolume volume = settings.getRootVolume();
        if (volume == null) {
            return Optional.of("the kubevirt platform rootVolume field is required");
        }
        if (KubevirtRootVolumeType.PERSISTENT.equals(volume.getType()) && volume.getPersistent() == null) {
            return Optional.of("the kubevirt persistent storage field must be set when rootVolume.Type=Persistent");
        }
        if (Boolean.FALSE.equals(settings.getAttachDefaultNetwork())
                && settings.getAdditionalNetworks().isEmpty()) {
            return Optional.of("default network cannot be disabled when no additional networks are configured");
        }
        for (KubevirtHostDevice device : settings.getHostDevices()) {
            Integer count = device.getCount();
            if (count != null && count < 1) {
                return Optional.of("host device count must be greater than or equal to 1. received: " + count);
            }
        }
        return Optional.empty();
    }
}
