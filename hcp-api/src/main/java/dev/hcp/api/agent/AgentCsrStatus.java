package dev.hcp.api.agent;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Format;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The certificate signing requests that were approved for a node.
 *
 * <p>CRD field: Agent {@code status.csrStatus}.
 */
@Value.Immutable
@HcpModel
public interface AgentCsrStatus extends Model {
    /** The requests. */
    List<ApprovedCsr> getApprovedCSRs();

    /** When it was last tried. */
    @Format("date-time")
    @Nullable
    String getLastApprovalAttempt();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AgentCsrStatus}. Not thread-safe. */
    final class Builder extends ImmutableAgentCsrStatus.Builder {
        Builder() {}
    }
}
