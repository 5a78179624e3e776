package dev.hcp.api.capi;

import dev.hcp.api.model.ResourceBuilder;
import dev.hcp.api.schema.Categories;
import dev.hcp.api.schema.Column;
import dev.hcp.api.schema.Scale;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;

/**
 * A set of machines that is rolled when its template changes. The envelope is mutable, as fabric8's are, and not
 * thread-safe; spec and status are immutable.
 */
@Group("cluster.x-k8s.io")
@Version("v1beta1")
@Kind("MachineDeployment")
@Plural("machinedeployments")
@ShortNames({"md"})
@Categories({"cluster-api"})
@Scale(selectorPath = ".status.selector")
@Column(name = "Cluster", path = ".spec.clusterName")
@Column(name = "Desired", type = "integer", path = ".spec.replicas", priority = 10)
@Column(name = "Replicas", type = "integer", path = ".status.replicas")
@Column(name = "Ready", type = "integer", path = ".status.readyReplicas")
@Column(name = "Updated", type = "integer", path = ".status.updatedReplicas")
@Column(name = "Unavailable", type = "integer", path = ".status.unavailableReplicas")
@Column(name = "Phase", path = ".status.phase")
@Column(name = "Age", type = "date", path = ".metadata.creationTimestamp")
@Column(name = "Version", path = ".spec.template.spec.version")
public final class MachineDeployment extends CustomResource<MachineDeploymentSpec, MachineDeploymentStatus>
        implements Namespaced {
    private static final long serialVersionUID = 1L;

    /** A new builder. */
    public static ResourceBuilder<
                    MachineDeployment, MachineDeploymentSpec, MachineDeploymentStatus, MachineDeploymentSpec.Builder>
            builder() {
        return new ResourceBuilder<>(
                MachineDeployment::new,
                MachineDeploymentSpec::builder,
                MachineDeploymentSpec::toBuilder,
                MachineDeploymentSpec.Builder::build);
    }

    /** A builder that starts from this resource, which stays as it is. */
    public ResourceBuilder<
                    MachineDeployment, MachineDeploymentSpec, MachineDeploymentStatus, MachineDeploymentSpec.Builder>
            toBuilder() {
        return builder().from(this);
    }
}
