package dev.hcp.api.configuration;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Size;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The audit profile of a group of users.
 *
 * <p>CRD field: HostedCluster {@code spec.configuration.apiServer.audit.customRules[]}.
 */
@Value.Immutable
@HcpModel
public interface AuditCustomRule extends Model {
    /** The group that the user of the request is in. */
    @Required
    @Size(min = 1)
    @Nullable
    String getGroup();

    /** What is recorded of requests of the group. */
    @Required
    @Nullable
    AuditProfile getProfile();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AuditCustomRule}. Not thread-safe. */
    final class Builder extends ImmutableAuditCustomRule.Builder {
        Builder() {}
    }
}
