package dev.hcp.api.ocm;

import dev.hcp.api.model.ResourceBuilder;
import dev.hcp.api.schema.Column;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;

/**
 * The installation of multicluster engine; its component {@code hypershift} is what brings hosted control planes. The
 * envelope is mutable, as fabric8's are, and not thread-safe; spec and status are immutable.
 */
@Group("multicluster.openshift.io")
@Version("v1")
@Kind("MultiClusterEngine")
@Plural("multiclusterengines")
@ShortNames({"mce"})
@Column(name = "Status", path = ".status.phase")
@Column(name = "Age", type = "date", path = ".metadata.creationTimestamp")
@Column(name = "CurrentVersion", path = ".status.currentVersion")
@Column(name = "DesiredVersion", path = ".status.desiredVersion")
public final class MultiClusterEngine extends CustomResource<MultiClusterEngineSpec, MultiClusterEngineStatus> {
    private static final long serialVersionUID = 1L;

    /** A new builder. */
    public static ResourceBuilder<
                    MultiClusterEngine,
                    MultiClusterEngineSpec,
                    MultiClusterEngineStatus,
                    MultiClusterEngineSpec.Builder>
            builder() {
        return new ResourceBuilder<>(
                MultiClusterEngine::new,
                MultiClusterEngineSpec::builder,
                MultiClusterEngineSpec::toBuilder,
                MultiClusterEngineSpec.Builder::build);
    }

    /** A builder that starts from this resource, which stays as it is. */
    public ResourceBuilder<
                    MultiClusterEngine,
                    MultiClusterEngineSpec,
                    MultiClusterEngineStatus,
                    MultiClusterEngineSpec.Builder>
            toBuilder() {
        return builder().from(this);
    }
}
