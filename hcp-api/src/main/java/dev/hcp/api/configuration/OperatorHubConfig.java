package dev.hcp.api.configuration;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue sources that come with OpenShift.
 *
 * <p>CRD field: HostedCluster {@code spec.configuration.operatorhub}.
 */
@Value.Immutable
@HcpModel
public interface OperatorHubConfig extends Model {
    /** Whether all of them are off, but for those in {@code sources} that are not. */
    @Nullable
    Boolean getDisableAllDefaultSources();

    /** Sources one by one. */
    List<HubSource> getSources();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link OperatorHubConfig}. Not thread-safe. */
    final class Builder extends ImmutableOperatorHubConfig.Builder {
        Builder() {}
    }
}
