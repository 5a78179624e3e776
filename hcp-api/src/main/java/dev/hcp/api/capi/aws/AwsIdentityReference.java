package dev.hcp.api.capi.aws;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Size;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The identity that the provider works under.
 *
 * <p>CRD field: AWSCluster {@code spec.identityRef}.
 */
@Value.Immutable
@HcpModel
public interface AwsIdentityReference extends Model {
    /** The kind. */
    @Required
    @Nullable
    AwsIdentityKind getKind();

    /** The name. */
    @Required
    @Size(min = 1)
    @Nullable
    String getName();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AwsIdentityReference}. Not thread-safe. */
    final class Builder extends ImmutableAwsIdentityReference.Builder {
        Builder() {}
    }
}
