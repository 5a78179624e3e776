package dev.hcp.api.ocm;

import dev.hcp.api.model.ResourceBuilder;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Version;

/**
 * The add-ons of Advanced Cluster Management that a managed cluster gets. The envelope is mutable, as fabric8's are,
 * and not thread-safe; spec and status are immutable.
 */
@Group("agent.open-cluster-management.io")
@Version("v1")
@Kind("KlusterletAddonConfig")
@Plural("klusterletaddonconfigs")
public final class KlusterletAddonConfig extends CustomResource<KlusterletAddonConfigSpec, KlusterletAddonConfigStatus>
        implements Namespaced {
    private static final long serialVersionUID = 1L;

    /** A new builder. */
    public static ResourceBuilder<
                    KlusterletAddonConfig,
                    KlusterletAddonConfigSpec,
                    KlusterletAddonConfigStatus,
                    KlusterletAddonConfigSpec.Builder>
            builder() {
        return new ResourceBuilder<>(
                KlusterletAddonConfig::new,
                KlusterletAddonConfigSpec::builder,
                KlusterletAddonConfigSpec::toBuilder,
                KlusterletAddonConfigSpec.Builder::build);
    }

    /** A builder that starts from this resource, which stays as it is. */
    public ResourceBuilder<
                    KlusterletAddonConfig,
                    KlusterletAddonConfigSpec,
                    KlusterletAddonConfigStatus,
                    KlusterletAddonConfigSpec.Builder>
            toBuilder() {
        return builder().from(this);
    }
}
