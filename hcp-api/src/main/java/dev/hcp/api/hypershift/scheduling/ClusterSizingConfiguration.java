package dev.hcp.api.hypershift.scheduling;

import dev.hcp.api.model.ResourceBuilder;
import dev.hcp.api.schema.Rule;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;

/**
 * The size classes of hosted clusters on a management cluster; the one object is named {@code cluster}. The
 * envelope is mutable, as fabric8's are, and not thread-safe; spec and status are immutable.
 */
@Group("scheduling.hypershift.openshift.io")
@Version("v1alpha1")
@Kind("ClusterSizingConfiguration")
@Plural("clustersizingconfigurations")
@ShortNames({"csc", "cscs"})
@Rule(
        value = "self.metadata.name == 'cluster'",
        message = "exactly one configuration may exist and must be named 'cluster'")
public final class ClusterSizingConfiguration
        extends CustomResource<ClusterSizingConfigurationSpec, ClusterSizingConfigurationStatus> {
    private static final long serialVersionUID = 1L;

    /** A new builder. */
    public static ResourceBuilder<
                    ClusterSizingConfiguration,
                    ClusterSizingConfigurationSpec,
                    ClusterSizingConfigurationStatus,
                    ClusterSizingConfigurationSpec.Builder>
            builder() {
        return new ResourceBuilder<>(
                ClusterSizingConfiguration::new,
                ClusterSizingConfigurationSpec::builder,
                ClusterSizingConfigurationSpec::toBuilder,
                ClusterSizingConfigurationSpec.Builder::build);
    }

    /** A builder that starts from this resource, which stays as it is. */
    public ResourceBuilder<
                    ClusterSizingConfiguration,
                    ClusterSizingConfigurationSpec,
                    ClusterSizingConfigurationStatus,
                    ClusterSizingConfigurationSpec.Builder>
            toBuilder() {
        return builder().from(this);
    }
}
