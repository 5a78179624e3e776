package dev.hcp.api.capi.aws;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Traffic that the network plug-in needs among machines.
 *
 * <p>CRD field: AWSCluster {@code spec.network.cni.cniIngressRules[]}.
 */
@Value.Immutable
@HcpModel
public interface AwsCniIngressRule extends Model {
    /** What it is for. */
    @Required
    @Nullable
    String getDescription();

    /** The first port. */
    @Required
    @Nullable
    Long getFromPort();

    /** The protocol, by name or number; -1 for all. */
    @Required
    @Nullable
    String getProtocol();

    /** The last port. */
    @Required
    @Nullable
    Long getToPort();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AwsCniIngressRule}. Not thread-safe. */
    final class Builder extends ImmutableAwsCniIngressRule.Builder {
        Builder() {}
    }
}
