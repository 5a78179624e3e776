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
 * One release that a cluster was updated to.
 *
 * <p>CRD field: HostedCluster {@code status.version.history[]}, HostedControlPlane {@code
 * status.versionStatus.history[]}.
 */
@Value.Immutable
@HcpModel
public interface UpdateHistory extends Model {
    /** The risks that were accepted. */
    @Nullable
    String getAcceptedRisks();

    /** When it was fully applied, RFC 3339; an explicit null until then. */
    @Required
    @NullAllowed
    @Format("date-time")
    @Nullable
    String getCompletionTime();

    /** The release image. */
    @Required
    @Nullable
    String getImage();

    /** When it began, RFC 3339. */
    @Required
    @Format("date-time")
    @Nullable
    String getStartedTime();

    /** Partial until it is fully applied. */
    @Required
    @OneOf({})
    @Nullable
    UpdateState getState();

    /** Whether the signature of the image was verified. */
    @Required
    @Nullable
    Boolean getVerified();

    /** The version. */
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
