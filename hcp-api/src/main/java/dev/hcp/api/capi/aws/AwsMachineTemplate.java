package dev.hcp.api.capi.aws;

import dev.hcp.api.model.ResourceBuilder;
import dev.hcp.api.schema.Categories;
import dev.hcp.api.schema.CrdKind;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;

/**
 * What the AWS machines of a set are made from. The envelope is mutable, as fabric8's are, and not thread-safe; spec
 * and status are immutable.
 */
@Group("infrastructure.cluster.x-k8s.io")
@Version("v1beta2")
@Kind("AWSMachineTemplate")
@Plural("awsmachinetemplates")
@ShortNames({"awsmt"})
@Categories({"cluster-api"})
@CrdKind(statusSubresource = false)
public final class AwsMachineTemplate extends CustomResource<AwsMachineTemplateSpec, AwsMachineTemplateStatus>
        implements Namespaced {
    private static final long serialVersionUID = 1L;

    /** A new builder. */
    public static ResourceBuilder<
                    AwsMachineTemplate,
                    AwsMachineTemplateSpec,
                    AwsMachineTemplateStatus,
                    AwsMachineTemplateSpec.Builder>
            builder() {
        return new ResourceBuilder<>(
                AwsMachineTemplate::new,
                AwsMachineTemplateSpec::builder,
                AwsMachineTemplateSpec::toBuilder,
                AwsMachineTemplateSpec.Builder::build);
    }

    /** A builder that starts from this resource, which stays as it is. */
    public ResourceBuilder<
                    AwsMachineTemplate,
                    AwsMachineTemplateSpec,
                    AwsMachineTemplateStatus,
                    AwsMachineTemplateSpec.Builder>
            toBuilder() {
        return builder().from(this);
    }
}
