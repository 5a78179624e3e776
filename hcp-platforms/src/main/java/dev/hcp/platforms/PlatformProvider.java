package dev.hcp.platforms;

import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.hypershift.HostedControlPlane;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Optional;

/**
 * All that is particular to one platform, such as KubeVirt or AWS.
 *
 * <p>Found by {@link java.util.ServiceLoader} (see {@link PlatformProviders}), so a further platform is a further class on
 * the class path. Implementations are stateless and thread-safe, and decide from their arguments alone: no clock, no
 * randomness, no I/O but through the {@link World}. Every method but {@link #platformType()} has a default: the platform
 * contributes nothing there.
 */
public interface PlatformProvider extends NodePoolProvider {
    /** The platform it is for: the value of {@code spec.platform.type} in HostedCluster and NodePool. */
    String platformType();

    // ---- hosted cluster -------------------------------------------------------------------------------------------

    /**
     * The platform type that the hosted control plane is told, the platform's own by default. Agent says {@code None}:
     * its control plane knows nothing of the machines.
     */
    default String controlPlanePlatformType() {
        return platformType();
    }

    /**
     * What is wrong with the platform's part of a cluster's specification, one message each; they become part of the
     * condition ValidConfiguration. Empty when all is well.
     */
    default List<String> validate(HostedCluster cluster, World world) {
        return List.of();
    }

    /**
     * What a controller fills in to the user's HostedCluster before it does anything else. Must come to rest: with its
     * result in place it returns {@link ClusterDefaults#NONE}.
     */
    default ClusterDefaults defaults(HostedCluster cluster, World world) {
        return ClusterDefaults.NONE;
    }

    /**
     * The Cluster API infrastructure object, in the control plane namespace, named by the infra id. The Cluster refers to
     * it by its apiVersion, kind and name. A status in it is wanted, too. Without one there is no Cluster API Cluster
     * either, as on platform None.
     *
     * @param controlPlane the hosted control plane, once it exists
     */
    default Optional<HasMetadata> infrastructure(
            HostedCluster cluster, Optional<HostedControlPlane> controlPlane, World world) {
        return Optional.empty();
    }

    /**
     * Credentials that control plane components need, as objects to apply; mostly Secrets in the control plane namespace.
     *
     * @throws dev.hcp.api.HcpException when something they are made from is missing; its message becomes that of condition
     *     PlatformCredentialsFound
     */
    default List<HasMetadata> credentials(HostedCluster cluster, World world) {
        return List.of();
    }

    /**
     * Conditions of the HostedCluster that only this platform has: type, status, reason and message. Time and generation
     * are filled in by the reconciler.
     */
    default List<Condition> conditions(HostedCluster cluster, Optional<HostedControlPlane> controlPlane, World world) {
        return List.of();
    }

    /**
     * The platform's Cluster API provider, which runs in the control plane namespace as {@code capi-provider}. Asked again
     * only when the cluster's specification or annotations or the release change.
     */
    default Optional<CapiProvider> capiProvider(HostedCluster cluster, ReleaseMetadata release, World world) {
        return Optional.empty();
    }

    /**
     * Objects of the platform to delete when a cluster is deleted, after its machines are gone and before its control
     * plane is. Deletion goes on when none is left: an object that is gone must not be returned.
     */
    default List<HasMetadata> deletion(HostedCluster cluster, World world) {
        return List.of();
    }
}
