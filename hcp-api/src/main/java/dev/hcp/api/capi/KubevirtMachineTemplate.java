package dev.hcp.api.capi;

import dev.hcp.api.model.ResourceBuilder;
import dev.hcp.api.schema.Categories;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Version;

/**
 * What the KubeVirt machines of a set are made from. The envelope is mutable, as fabric8's are, and not thread-safe;
 * spec and status are immutable.
 */
@Group("infrastructure.cluster.x-k8s.io")
@Version("v1alpha1")
@Kind("KubevirtMachineTemplate")
@Plural("kubevirtmachinetemplates")
@Categories({"cluster-api"})
public final class KubevirtMachineTemplate extends CustomResource<KubevirtMachineTemplateSpec, Void>
        implements Namespaced {
    private static final long serialVersionUID = 1L;

    /** A new builder. */
    public static ResourceBuilder<
                    KubevirtMachineTemplate, KubevirtMachineTemplateSpec, Void, KubevirtMachineTemplateSpec.Builder>
            builder() {
        return new ResourceBuilder<>(
                KubevirtMachineTemplate::new,
                KubevirtMachineTemplateSpec::builder,
                KubevirtMachineTemplateSpec::toBuilder,
                KubevirtMachineTemplateSpec.Builder::build);
    }

    /** A builder that starts from this resource, which stays as it is. */
    public ResourceBuilder<
                    KubevirtMachineTemplate, KubevirtMachineTemplateSpec, Void, KubevirtMachineTemplateSpec.Builder>
            toBuilder() {
        return builder().from(this);
    }
}
