package dev.hcp.api.openshift;

import dev.hcp.api.model.ResourceBuilder;
import dev.hcp.api.schema.Column;
import dev.hcp.api.schema.CrdKind;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;

/**
 * The state of one operator of a guest cluster. The envelope is mutable, as fabric8's are, and not thread-safe; spec
 * and status are immutable.
 */
@Group("config.openshift.io")
@Version("v1")
@Kind("ClusterOperator")
@Plural("clusteroperators")
@ShortNames({"co"})
@CrdKind(required = {"spec"})
@Column(name = "Version", path = ".status.versions[?(@.name==\"operator\")].version")
@Column(name = "Available", path = ".status.conditions[?(@.type==\"Available\")].status")
@Column(name = "Progressing", path = ".status.conditions[?(@.type==\"Progressing\")].status")
@Column(name = "Degraded", path = ".status.conditions[?(@.type==\"Degraded\")].status")
@Column(name = "Since", type = "date", path = ".status.conditions[?(@.type==\"Available\")].lastTransitionTime")
public final class ClusterOperator extends CustomResource<ClusterOperatorSpec, ClusterOperatorStatus> {
    private static final long serialVersionUID = 1L;

    /** A new builder. */
    public static ResourceBuilder<
                    ClusterOperator, ClusterOperatorSpec, ClusterOperatorStatus, ClusterOperatorSpec.Builder>
            builder() {
        return new ResourceBuilder<>(
                ClusterOperator::new,
                ClusterOperatorSpec::builder,
                ClusterOperatorSpec::toBuilder,
                ClusterOperatorSpec.Builder::build);
    }

    /** A builder that starts from this resource, which stays as it is. */
    public ResourceBuilder<ClusterOperator, ClusterOperatorSpec, ClusterOperatorStatus, ClusterOperatorSpec.Builder>
            toBuilder() {
        return builder().from(this);
    }
}
