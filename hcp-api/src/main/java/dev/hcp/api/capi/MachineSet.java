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
 * A set of machines of one template. The envelope is mutable, as fabric8's are, and not thread-safe; spec and status
 * are immutable.
 */
@Group("cluster.x-k8s.io")
@Version("v1beta1")
@Kind("MachineSet")
@Plural("machinesets")
@ShortNames({"ms"})
@Categories({"cluster-api"})
@Scale(selectorPath = ".status.selector")
@Column(name = "Cluster", path = ".spec.clusterName")
@Column(name = "Desired", type = "integer", path = ".spec.replicas", priority = 10)
@Column(name = "Replicas", type = "integer", path = ".status.replicas")
@Column(name = "Ready", type = "integer", path = ".status.readyReplicas")
@Column(name = "Available", type = "integer", path = ".status.availableReplicas")
@Column(name = "Age", type = "date", path = ".metadata.creationTimestamp")
@Column(name = "Version", path = ".spec.template.spec.version")
public final class MachineSet extends CustomResource<MachineSetSpec, MachineSetStatus> implements Namespaced {
    private static final long serialVersionUID = 1L;

    /** A new builder. */
    public static ResourceBuilder<MachineSet, MachineSetSpec, MachineSetStatus, MachineSetSpec.Builder> builder() {
        return new ResourceBuilder<>(
                MachineSet::new, MachineSetSpec::builder, MachineSetSpec::toBuilder, MachineSetSpec.Builder::build);
    }

    /** A builder that starts from this resource, which stays as it is. */
    public ResourceBuilder<MachineSet, MachineSetSpec, MachineSetStatus, MachineSetSpec.Builder> toBuilder() {
        return builder().from(this);
    }
}
