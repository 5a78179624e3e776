package dev.hcp.api.agent;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.OneOf;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A time server that a host asks.
 *
 * <p>CRD field: Agent {@code status.ntpSources[]}.
 */
@Value.Immutable
@HcpModel
public interface NtpSource extends Model {
    /** Its name or address. */
    @Nullable
    String getSourceName();

    /** What the host makes of it. */
    @OneOf({})
    @Nullable
    NtpSourceState getSourceState();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link NtpSource}. Not thread-safe. */
    final class Builder extends ImmutableNtpSource.Builder {
        Builder() {}
    }
}
