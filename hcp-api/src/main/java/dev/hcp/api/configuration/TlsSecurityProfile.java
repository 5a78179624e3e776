package dev.hcp.api.configuration;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.NullAllowed;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Protocol versions and ciphers that a server accepts: a profile and, when it is Custom, what it consists of.
 *
 * <p>CRD field: HostedCluster {@code spec.configuration.apiServer.tlsSecurityProfile}.
 */
@Value.Immutable
@HcpModel
public interface TlsSecurityProfile extends Model {
    /** The profile when the type is Custom. */
    @NullAllowed
    @Nullable
    CustomTlsProfile getCustom();

    /** Nothing more to say of the intermediate profile. */
    @NullAllowed
    @Nullable
    JsonObject getIntermediate();

    /** Nothing more to say of the modern profile. */
    @NullAllowed
    @Nullable
    JsonObject getModern();

    /** Nothing more to say of the old profile. */
    @NullAllowed
    @Nullable
    JsonObject getOld();

    /** Which profile it is. */
    @Nullable
    TlsProfileType getType();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link TlsSecurityProfile}. Not thread-safe. */
    final class Builder extends ImmutableTlsSecurityProfile.Builder {
        Builder() {}

        /** Sets {@code custom} from a builder. */
        public Builder custom(UnaryOperator<CustomTlsProfile.Builder> edit) {
            return custom(edit.apply(CustomTlsProfile.builder()).build());
        }
    }
}
