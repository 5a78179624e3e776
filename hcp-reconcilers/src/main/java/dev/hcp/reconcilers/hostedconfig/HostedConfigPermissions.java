package dev.hcp.reconcilers.hostedconfig;

import static dev.hcp.platforms.Access.APPLY;
import static dev.hcp.platforms.Access.CREATE;
import static dev.hcp.platforms.Access.DELETE;
import static dev.hcp.platforms.Access.GRANT;
import static dev.hcp.platforms.Access.PATCH;
import static dev.hcp.platforms.Access.STATUS;

import dev.hcp.api.capi.Machine;
import dev.hcp.api.hypershift.HostedControlPlane;
import dev.hcp.api.openshift.ClusterVersion;
import dev.hcp.api.openshift.ImageDigestMirrorSet;
import dev.hcp.api.openshift.Route;
import dev.hcp.platforms.Permissions;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhookConfiguration;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBinding;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.storage.CSIDriver;
import io.fabric8.kubernetes.api.model.storage.StorageClass;

/** What is done to objects in hosted clusters, and for them beside their control planes. */
final class HostedConfigPermissions {
    static final Permissions ALL = inManagementCluster().and(inHostedClusters());

    private HostedConfigPermissions() {}

    private static Permissions inManagementCluster() {
        return Permissions.builder()
                .management(HostedControlPlane.class, STATUS)
                .reads(Machine.class, Secret.class)
                .management(ConfigMap.class, APPLY)
                .management(Deployment.class, PATCH)
                // Of applications, where their traffic goes by way of the management cluster.
                .management(Route.class, APPLY)
                .management(Service.class, APPLY)
                .management(EndpointSlice.class, APPLY)
                .build();
    }

    private static Permissions inHostedClusters() {
        Permissions.Builder all = Permissions.builder();
        ConfigKinds.ALL.forEach(kind -> all.hosted(kind, APPLY));
        return all.hosted(ConfigKinds.Infrastructure.class, STATUS)
                .hosted(ConfigKinds.Proxy.class, STATUS)
                .hosted(ClusterVersion.class, APPLY)
                .hosted(ImageDigestMirrorSet.class, APPLY, DELETE)
                .hosted(OperatorKinds.ImageContentSourcePolicy.class, DELETE)
                .hosted(OperatorKinds.CatalogSource.class, APPLY)
                .hosted(OperatorKinds.CloudCredential.class, APPLY)
                .hosted(OperatorKinds.ClusterCsiDriver.class, APPLY)
                .hosted(OperatorKinds.CsiSnapshotController.class, APPLY)
                .hosted(OperatorKinds.OperatorNetwork.class, APPLY)
                .hosted(OperatorKinds.Storage.class, APPLY)
                .hosted(OperatorKinds.VolumeSnapshotClass.class, APPLY)
                .hosted(OperatorKinds.ImageRegistry.class, CREATE, PATCH)
                .hosted(OperatorKinds.IngressController.class, CREATE, DELETE)
                .hosted(ConfigMap.class, APPLY, CREATE, DELETE)
                .hosted(Secret.class, APPLY, CREATE, DELETE)
                .hosted(Namespace.class, APPLY)
                .hosted(Node.class, PATCH)
                .hosted(ServiceAccount.class, APPLY)
                .hosted(DaemonSet.class, APPLY)
                .hosted(StorageClass.class, APPLY)
                .hosted(CSIDriver.class, APPLY)
                .hosted(ValidatingWebhookConfiguration.class, APPLY)
                .hosted(Role.class, APPLY, GRANT)
                .hosted(RoleBinding.class, APPLY)
                .hosted(ClusterRole.class, APPLY, GRANT)
                .hosted(ClusterRoleBinding.class, APPLY)
                // What the guests made in the cloud goes before they do.
                .hosted(Service.class, DELETE)
                .hosted(PersistentVolumeClaim.class, DELETE)
                .readsHosted(
                        PersistentVolume.class,
                        Pod.class,
                        OperatorKinds.VolumeSnapshot.class,
                        OperatorKinds.VolumeSnapshotContent.class)
                .build();
    }
}
