package dev.hcp.api.capi.aws;

import dev.hcp.api.model.ResourceBuilder;
import dev.hcp.api.schema.Categories;
import dev.hcp.api.schema.Column;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;

/**
 * The AWS side of a machine: an EC2 instance. The envelope is mutable, as fabric8's are, and not thread-safe; spec
 * and status are immutable.
 */
@Group("infrastructure.cluster.x-k8s.io")
@Version("v1beta2")
@Kind("AWSMachine")
@Plural("awsmachines")
@ShortNames({"awsm"})
@Categories({"cluster-api"})
@Column(name = "Cluster", path = ".metadata.labels.cluster\\.x-k8s\\.io/cluster-name")
@Column(name = "State", path = ".status.instanceState")
@Column(name = "Ready", path = ".status.ready")
@Column(name = "InstanceID", path = ".spec.providerID")
@Column(name = "Machine", path = ".metadata.ownerReferences[?(@.kind==\"Machine\")].name")
public final class AwsMachine extends CustomResource<AwsMachineSpec, AwsMachineStatus> implements Namespaced {
    private static final long serialVersionUID = 1L;

    /** A new builder. */
    public static ResourceBuilder<AwsMachine, AwsMachineSpec, AwsMachineStatus, AwsMachineSpec.Builder> builder() {
        return new ResourceBuilder<>(
                AwsMachine::new, AwsMachineSpec::builder, AwsMachineSpec::toBuilder, AwsMachineSpec.Builder::build);
    }

    /** A builder that starts from this resource, which stays as it is. */
    public ResourceBuilder<AwsMachine, AwsMachineSpec, AwsMachineStatus, AwsMachineSpec.Builder> toBuilder() {
        return builder().from(this);
    }
}
