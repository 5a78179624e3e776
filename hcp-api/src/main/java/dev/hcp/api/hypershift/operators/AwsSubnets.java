package dev.hcp.api.hypershift.operators;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Items;
import dev.hcp.api.schema.ListType;
import dev.hcp.api.schema.Rule;
import dev.hcp.api.schema.Size;
import java.util.List;
import org.immutables.value.Value;

/**
 * Subnets by identifier or by name, at least one and at most 10 in all.
 *
 * <p>CRD field: HostedCluster {@code
 * spec.operatorConfiguration.ingressOperator.endpointPublishingStrategy.loadBalancer.providerParameters.aws.classicLoadBalancer.subnets},
 * HostedControlPlane {@code
 * spec.operatorConfiguration.ingressOperator.endpointPublishingStrategy.loadBalancer.providerParameters.aws.classicLoadBalancer.subnets},
 * HostedCluster {@code
 * spec.operatorConfiguration.ingressOperator.endpointPublishingStrategy.loadBalancer.providerParameters.aws.networkLoadBalancer.subnets},
 * HostedControlPlane {@code
 * spec.operatorConfiguration.ingressOperator.endpointPublishingStrategy.loadBalancer.providerParameters.aws.networkLoadBalancer.subnets}.
 */
@Value.Immutable
@HcpModel
@Rule(
        value = "has(self.ids) && has(self.names) ? size(self.ids + self.names) <= 10 : true",
        message = "the total number of subnets cannot exceed 10")
@Rule(
        value = "has(self.ids) && self.ids.size() > 0 || has(self.names) && self.names.size() > 0",
        message = "must specify at least 1 subnet name or id")
public interface AwsSubnets extends Model {
    /** Identifiers such as {@code subnet-0123456789abcdef0}. */
    @Size(max = 10)
    @Items(pattern = "^subnet-[0-9A-Za-z]+$", size = @Size(min = 24, max = 24))
    @ListType("atomic")
    @Rule(value = "self.all(x, self.exists_one(y, x == y))", message = "subnet ids cannot contain duplicates")
    List<String> getIds();

    /** Names. */
    @Size(max = 10)
    @Items(
            size = @Size(min = 1, max = 256),
            rules = {
                @Rule(value = "!self.contains(',')", message = "subnet name cannot contain a comma"),
                @Rule(value = "!self.startsWith('subnet-')", message = "subnet name cannot start with 'subnet-'")
            })
    @ListType("atomic")
    @Rule(value = "self.all(x, self.exists_one(y, x == y))", message = "subnet names cannot contain duplicates")
    List<String> getNames();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AwsSubnets}. Not thread-safe. */
    final class Builder extends ImmutableAwsSubnets.Builder {
        Builder() {}
    }
}
