package dev.hcp.reconcilers.hostedcluster;

import static dev.hcp.platforms.Access.APPLY;
import static dev.hcp.platforms.Access.CREATE;
import static dev.hcp.platforms.Access.DELETE;
import static dev.hcp.platforms.Access.GRANT;
import static dev.hcp.platforms.Access.PATCH;
import static dev.hcp.platforms.Access.REPLACE;
import static dev.hcp.platforms.Access.STATUS;

import dev.hcp.api.capi.Cluster;
import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.hypershift.HostedControlPlane;
import dev.hcp.api.hypershift.NodePool;
import dev.hcp.api.hypershift.aws.AwsEndpointService;
import dev.hcp.api.openshift.Route;
import dev.hcp.platforms.Permissions;
import dev.hcp.reconcilers.PodMonitor;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBinding;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;

/** What is done to objects for hosted clusters, but for their platforms. */
final class HostedClusterPermissions {
    static final Permissions ALL = Permissions.builder()
            .management(HostedCluster.class, PATCH, STATUS)
            .management(HostedControlPlane.class, CREATE, REPLACE, PATCH, DELETE)
            .management(NodePool.class, DELETE)
            .reads(AwsEndpointService.class)
            .management(Cluster.class, CREATE, DELETE)
            .management(Namespace.class, APPLY, DELETE)
            .management(Secret.class, APPLY, CREATE, REPLACE, PATCH, DELETE)
            .management(ConfigMap.class, APPLY, CREATE, REPLACE, PATCH, DELETE)
            .management(Deployment.class, APPLY)
            .management(Service.class, APPLY)
            .management(Route.class, APPLY)
            .management(NetworkPolicy.class, APPLY)
            .management(PodMonitor.class, APPLY)
            .management(ServiceAccount.class, APPLY)
            .management(Role.class, APPLY, GRANT, DELETE)
            .management(RoleBinding.class, APPLY, DELETE)
            .management(ClusterRole.class, APPLY, GRANT, DELETE)
            .management(ClusterRoleBinding.class, APPLY, DELETE)
            .build();

    private HostedClusterPermissions() {}
}
