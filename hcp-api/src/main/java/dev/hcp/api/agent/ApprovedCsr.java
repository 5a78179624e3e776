package dev.hcp.api.agent;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Format;
import dev.hcp.api.schema.OneOf;
import dev.hcp.api.schema.Required;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A certificate signing request that was approved for a node.
 *
 * <p>CRD field: Agent {@code status.csrStatus.approvedCSRs[]}.
 */
@Value.Immutable
@HcpModel
public interface ApprovedCsr extends Model {
    /** When. */
    @Required
    @Format("date-time")
    @Nullable
    String getApprovedAt();

    /** The name of the request. */
    @Required
    @Nullable
    String getName();

    /** What the certificate is for. */
    @Required
    @OneOf({})
    @Nullable
    ApprovedCsrType getType();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link ApprovedCsr}. Not thread-safe. */
    final class Builder extends ImmutableApprovedCsr.Builder {
        Builder() {}
    }
}
