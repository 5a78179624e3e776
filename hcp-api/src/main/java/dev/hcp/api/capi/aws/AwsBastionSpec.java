package dev.hcp.api.capi.aws;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The host through which others are reached.
 *
 * <p>CRD field: AWSCluster {@code spec.bastion}.
 */
@Value.Immutable
@HcpModel
public interface AwsBastionSpec extends Model {
    /** The ranges that may reach it; all when empty. */
    List<String> getAllowedCIDRBlocks();

    /** The image. */
    @Nullable
    String getAmi();

    /** Whether its security group lets nobody in. */
    @Nullable
    Boolean getDisableIngressRules();

    /** Whether there is one. */
    @Nullable
    Boolean getEnabled();

    /** The instance type. */
    @Nullable
    String getInstanceType();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AwsBastionSpec}. Not thread-safe. */
    final class Builder extends ImmutableAwsBastionSpec.Builder {
        Builder() {}
    }
}
