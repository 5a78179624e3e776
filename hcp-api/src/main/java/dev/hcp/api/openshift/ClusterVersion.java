package dev.hcp.api.openshift;

import dev.hcp.api.model.ResourceBuilder;
import dev.hcp.api.schema.Column;
import dev.hcp.api.schema.CrdKind;
import dev.hcp.api.schema.Rule;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Version;

/**
 * The release that a guest cluster runs and how it came there; one object named {@code version}. The envelope is
 * mutable, as fabric8's are, and not thread-safe; spec and status are immutable.
 */
@Group("config.openshift.io")
@Version("v1")
@Kind("ClusterVersion")
@Plural("clusterversions")
@CrdKind(required = {"spec"})
@Column(name = "Version", path = ".status.history[?(@.state==\"Completed\")].version")
@Column(name = "Available", path = ".status.conditions[?(@.type==\"Available\")].status")
@Column(name = "Progressing", path = ".status.conditions[?(@.type==\"Progressing\")].status")
@Column(name = "Since", type = "date", path = ".status.conditions[?(@.type==\"Progressing\")].lastTransitionTime")
@Column(name = "Status", path = ".status.conditions[?(@.type==\"Progressing\")].message")
@Rule(
        value =
                "has(self.spec.capabilities) && has(self.spec.capabilities.additionalEnabledCapabilities) && self.spec.capabilities.baselineCapabilitySet == 'None' && 'marketplace' in self.spec.capabilities.additionalEnabledCapabilities ? 'OperatorLifecycleManager' in self.spec.capabilities.additionalEnabledCapabilities || (has(self.status) && has(self.status.capabilities) && has(self.status.capabilities.enabledCapabilities) && 'OperatorLifecycleManager' in self.status.capabilities.enabledCapabilities) : true",
        message =
                "the `marketplace` capability requires the `OperatorLifecycleManager` capability, which is neither explicitly or implicitly enabled in this cluster, please enable the `OperatorLifecycleManager` capability")
public final class ClusterVersion extends CustomResource<ClusterVersionSpec, ClusterVersionStatus> {
    private static final long serialVersionUID = 1L;

    /** A new builder. */
    public static ResourceBuilder<ClusterVersion, ClusterVersionSpec, ClusterVersionStatus, ClusterVersionSpec.Builder>
            builder() {
        return new ResourceBuilder<>(
                ClusterVersion::new,
                ClusterVersionSpec::builder,
                ClusterVersionSpec::toBuilder,
                ClusterVersionSpec.Builder::build);
    }

    /** A builder that starts from this resource, which stays as it is. */
    public ResourceBuilder<ClusterVersion, ClusterVersionSpec, ClusterVersionStatus, ClusterVersionSpec.Builder>
            toBuilder() {
        return builder().from(this);
    }
}
