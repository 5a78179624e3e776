package dev.hcp.reconcilers.controlplane;

import static dev.hcp.platforms.Access.APPLY;
import static dev.hcp.platforms.Access.CREATE;
import static dev.hcp.platforms.Access.DELETE;
import static dev.hcp.platforms.Access.GRANT;
import static dev.hcp.platforms.Access.OWN;
import static dev.hcp.platforms.Access.PATCH;
import static dev.hcp.platforms.Access.STATUS;

import dev.hcp.api.hypershift.HostedControlPlane;
import dev.hcp.api.openshift.Route;
import dev.hcp.platforms.Permissions;
import dev.hcp.reconcilers.ImageStream;
import dev.hcp.reconcilers.PodMonitor;
import dev.hcp.reconcilers.PrometheusRule;
import dev.hcp.reconcilers.ServiceMonitor;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;

/** What is done to objects for control planes. */
final class ControlPlanePermissions {
    static final Permissions ALL = Permissions.builder()
            .management(HostedControlPlane.class, PATCH, STATUS, OWN)
            .management(Deployment.class, APPLY, PATCH)
            .management(StatefulSet.class, APPLY)
            .management(CronJob.class, APPLY)
            .management(PodDisruptionBudget.class, APPLY)
            .management(Secret.class, APPLY, CREATE, DELETE)
            .management(ConfigMap.class, APPLY)
            .management(Service.class, APPLY)
            .management(Route.class, APPLY, STATUS, DELETE)
            .management(ServiceAccount.class, APPLY)
            .management(Role.class, APPLY, GRANT)
            .management(RoleBinding.class, APPLY)
            .management(ImageStream.class, APPLY)
            .management(PodMonitor.class, APPLY)
            .management(ServiceMonitor.class, APPLY)
            .management(PrometheusRule.class, APPLY)
            .reads(Event.class, PersistentVolumeClaim.class, Pod.class)
            .build();

    private ControlPlanePermissions() {}
}
