package dev.hcp.api.capi.aws;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A security group.
 *
 * <p>CRD field: AWSCluster {@code status.networkStatus.securityGroups[]}.
 */
@Value.Immutable
@HcpModel
public interface AwsSecurityGroup extends Model {
    /** The identifier. */
    @Required
    @Nullable
    String getId();

    /** The traffic that it lets in. */
    List<AwsIngressRule> getIngressRule();

    /** The name. */
    @Required
    @Nullable
    String getName();

    /** The tags. */
    Map<String, String> getTags();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AwsSecurityGroup}. Not thread-safe. */
    final class Builder extends ImmutableAwsSecurityGroup.Builder {
        Builder() {}
    }
}
