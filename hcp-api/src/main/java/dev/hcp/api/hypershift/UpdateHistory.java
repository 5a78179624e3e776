package dev.hcp.api.hypershift;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Format;
import dev.hcp.api.schema.NullAllowed;
import dev.hcp.api.schema.OneOf;
import dev.hcp.api.schema.Required;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * UpdateHistory.
 *
 * <p>CRD field: HostedCluster {@code status.version.history[]}, HostedControlPlane {@code
 * status.versionStatus.history[]}.
 */
@Value.Immutable
@HcpModel
public interface UpdateHistory extends Model {
    /** {@code acceptedRisks}. */
    @Nullable
    String getAcceptedRisks();

    /** {@code completionTime}. */
    @Required
    @Format("date-time")
    @NullAllowed
    @Nullable
    String getCompletionTime();

    /** {@code image}. */
    @Required
    @Nullable
    String getImage();

    /** {@code startedTime}. */
    @Required
    @Format("date-time")
    @Nullable
    String getStartedTime();

    /** {@code state}. */
    @Required
    @OneOf({})
    @Nullable
    UpdateState getState();

    /** {@code verified}. */
    @Required
    @Nullable
    Boolean getVerified();

    /** {@code version}. */
    @Nullable
    String getVersion();

    /** A new builder. Without a value, {@code completionTime} is an explicit null: the member must be present. */
    static Builder builder() {
        return new Builder().unknownFields(JsonObject.of("completionTime", null));
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link UpdateHistory}. Not thread-safe. */
    final class Builder extends ImmutableUpdateHistory.Builder {
        Builder() {}
    }
}
