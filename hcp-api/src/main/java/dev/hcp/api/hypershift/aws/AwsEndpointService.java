package dev.hcp.api.hypershift.aws;

import dev.hcp.api.model.ResourceBuilder;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Version;

/**
 * A private link endpoint in the network of the nodes for a service of a hosted control plane. The operator makes
 * it; users do not. The envelope is mutable, as fabric8's are, and not thread-safe; spec and status are immutable.
 */
@Group("hypershift.openshift.io")
@Version("v1beta1")
@Kind("AWSEndpointService")
@Plural("awsendpointservices")
public final class AwsEndpointService extends CustomResource<AwsEndpointServiceSpec, AwsEndpointServiceStatus>
        implements Namespaced {
    private static final long serialVersionUID = 1L;

    /** A new builder. */
    public static ResourceBuilder<
                    AwsEndpointService,
                    AwsEndpointServiceSpec,
                    AwsEndpointServiceStatus,
                    AwsEndpointServiceSpec.Builder>
            builder() {
        return new ResourceBuilder<>(
                AwsEndpointService::new,
                AwsEndpointServiceSpec::builder,
                AwsEndpointServiceSpec::toBuilder,
                AwsEndpointServiceSpec.Builder::build);
    }

    /** A builder that starts from this resource, which stays as it is. */
    public ResourceBuilder<
                    AwsEndpointService,
                    AwsEndpointServiceSpec,
                    AwsEndpointServiceStatus,
                    AwsEndpointServiceSpec.Builder>
            toBuilder() {
        return builder().from(this);
    }
}
