package dev.hcp.platforms;

import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.hypershift.HostedControlPlane;
import dev.hcp.api.json.JsonObject;
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

    /**
     * What it does to objects: the kinds it reads, and those among its objects that reconcilers apply or delete for it. The
     * operator may do no more, so what is missing here fails.
     */
    default Permissions permissions() {
        return Permissions.NONE;
    }

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
     * What a controller fills in to the HostedCluster once that has its identifiers, as a JSON merge patch; the pass goes
     * on with its result. On AWS the tag that marks what belongs to the cluster. Empty for no change.
     */
    default JsonObject completion(HostedCluster cluster, World world) {
        return JsonObject.EMPTY;
    }

    /**
     * Why the operator, as it is installed on this management cluster, cannot serve such a cluster: the message of
     * condition SupportedHostedCluster. Empty when it can.
     */
    default Optional<String> unsupported(HostedCluster cluster, World world) {
        return Optional.empty();
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
     * Conditions of the HostedCluster that are kept even while it is being deleted, before anything else is looked at:
     * those of them that shall change. What the cluster shows of them is in its status.
     */
    default List<Condition> standingConditions(
            HostedCluster cluster, Optional<HostedControlPlane> controlPlane, World world) {
        return List.of();
    }

    /**
     * Conditions of the HostedCluster that only this platform has: type, status, reason and message. The generation is
     * filled in by the reconciler, and so is the time of transition unless one is given, as by a condition that is the
     * control plane's.
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
     * What is left to see to when everything else of a pass is done, such as documents that services outside of the
     * management cluster read.
     *
     * @param controlPlane the hosted control plane
     */
    default Conclusion conclude(HostedCluster cluster, HostedControlPlane controlPlane, World world) {
        return Conclusion.NOTHING;
    }

    /**
     * Objects whose finalizers nobody will ever remove, as when the credentials that their controllers need have become
     * invalid. Asked for while a deletion waits; the finalizers are dropped.
     */
    default List<Orphan> orphans(HostedCluster cluster, World world) {
        return List.of();
    }

    /**
     * Credentials to delete when a cluster is deleted, after its machines are gone: objects outside of the control plane
     * namespace, which goes as a whole. Nothing waits for them.
     */
    default List<HasMetadata> credentialsToDelete(HostedCluster cluster, World world) {
        return List.of();
    }

    /**
     * Objects of the platform to delete when a cluster is deleted, after its machines and credentials are gone and before
     * its control plane is. Deletion goes on when none is left: an object that is gone must not be returned.
     */
    default List<HasMetadata> deletion(HostedCluster cluster, World world) {
        return List.of();
    }
}
