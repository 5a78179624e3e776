package dev.hcp.api.capi;

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
 * When a machine counts as unhealthy and is replaced. The envelope is mutable, as fabric8's are, and not thread-safe;
 * spec and status are immutable.
 */
@Group("cluster.x-k8s.io")
@Version("v1beta1")
@Kind("MachineHealthCheck")
@Plural("machinehealthchecks")
@ShortNames({"mhc", "mhcs"})
@Categories({"cluster-api"})
@Column(name = "Cluster", path = ".spec.clusterName")
@Column(name = "ExpectedMachines", type = "integer", path = ".status.expectedMachines")
@Column(name = "MaxUnhealthy", path = ".spec.maxUnhealthy")
@Column(name = "CurrentHealthy", type = "integer", path = ".status.currentHealthy")
@Column(name = "Age", type = "date", path = ".metadata.creationTimestamp")
public final class MachineHealthCheck extends CustomResource<MachineHealthCheckSpec, MachineHealthCheckStatus>
        implements Namespaced {
    private static final long serialVersionUID = 1L;

    /** A new builder. */
    public static ResourceBuilder<
                    MachineHealthCheck,
                    MachineHealthCheckSpec,
                    MachineHealthCheckStatus,
                    MachineHealthCheckSpec.Builder>
            builder() {
        return new ResourceBuilder<>(
                MachineHealthCheck::new,
                MachineHealthCheckSpec::builder,
                MachineHealthCheckSpec::toBuilder,
                MachineHealthCheckSpec.Builder::build);
    }

    /** A builder that starts from this resource, which stays as it is. */
    public ResourceBuilder<
                    MachineHealthCheck,
                    MachineHealthCheckSpec,
                    MachineHealthCheckStatus,
                    MachineHealthCheckSpec.Builder>
            toBuilder() {
        return builder().from(this);
    }
}
