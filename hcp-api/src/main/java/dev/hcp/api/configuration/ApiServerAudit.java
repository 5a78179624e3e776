package dev.hcp.api.configuration;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Default;
import dev.hcp.api.schema.ListType;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What the audit log records.
 *
 * <p>CRD field: HostedCluster {@code spec.configuration.apiServer.audit}.
 */
@Value.Immutable
@HcpModel
public interface ApiServerAudit extends Model {
    /** Profiles of particular groups of users; the first that matches counts. */
    @ListType(value = "map", keys = "group")
    List<AuditCustomRule> getCustomRules();

    /** The profile of all other requests; {@code Default} by default. */
    @Default("\"Default\"")
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

    /** Builds {@link ApiServerAudit}. Not thread-safe. */
    final class Builder extends ImmutableApiServerAudit.Builder {
        Builder() {}
    }
}
