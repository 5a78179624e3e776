package dev.hcp.api.ocm;

import dev.hcp.api.model.ResourceBuilder;
import dev.hcp.api.schema.Column;
import dev.hcp.api.schema.CrdKind;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;

/**
 * An add-on of a managed cluster, in the namespace of the cluster's name. The envelope is mutable, as fabric8's are,
 * and not thread-safe; spec and status are immutable.
 */
@Group("addon.open-cluster-management.io")
@Version("v1alpha1")
@Kind("ManagedClusterAddOn")
@Plural("managedclusteraddons")
@ShortNames({"mca", "mcas"})
@CrdKind(required = {"spec"})
@Column(name = "Available", path = ".status.conditions[?(@.type==\"Available\")].status")
@Column(name = "Degraded", path = ".status.conditions[?(@.type==\"Degraded\")].status")
@Column(name = "Progressing", path = ".status.conditions[?(@.type==\"Progressing\")].status")
public final class ManagedClusterAddOn extends CustomResource<ManagedClusterAddOnSpec, ManagedClusterAddOnStatus>
        implements Namespaced {
    private static final long serialVersionUID = 1L;

    /** A new builder. */
    public static ResourceBuilder<
                    ManagedClusterAddOn,
                    ManagedClusterAddOnSpec,
                    ManagedClusterAddOnStatus,
                    ManagedClusterAddOnSpec.Builder>
            builder() {
        return new ResourceBuilder<>(
                ManagedClusterAddOn::new,
                ManagedClusterAddOnSpec::builder,
                ManagedClusterAddOnSpec::toBuilder,
                ManagedClusterAddOnSpec.Builder::build);
    }

    /** A builder that starts from this resource, which stays as it is. */
    public ResourceBuilder<
                    ManagedClusterAddOn,
                    ManagedClusterAddOnSpec,
                    ManagedClusterAddOnStatus,
                    ManagedClusterAddOnSpec.Builder>
            toBuilder() {
        return builder().from(this);
    }
}
