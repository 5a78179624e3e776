package dev.hcp.api.metal3;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Default;
import dev.hcp.api.schema.Format;
import dev.hcp.api.schema.OneOf;
import dev.hcp.api.schema.Required;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What a host is.
 *
 * <p>CRD field: BareMetalHost {@code status}.
 */
@Value.Immutable
@HcpModel
public interface BareMetalHostStatus extends Model {
    /** How often in a row something failed. */
    @Required
    @Default("0")
    @Format("")
    @Nullable
    Integer getErrorCount();

    /** The last error, for people; empty for none. */
    @Required
    @Nullable
    String getErrorMessage();

    /** What failed. */
    @Nullable
    HostErrorType getErrorType();

    /** The last credentials that worked. */
    @Nullable
    CredentialsStatus getGoodCredentials();

    /** The hardware, once inspected. */
    @Nullable
    HardwareDetails getHardware();

    /** No longer used. */
    @Nullable
    String getHardwareProfile();

    /** When this was last written. */
    @Format("date-time")
    @Nullable
    String getLastUpdated();

    /** When the last operations were. */
    @Nullable
    OperationHistory getOperationHistory();

    /** Whether the host works. */
    @Required
    @OneOf({"", "OK", "discovered", "error", "delayed", "detached"})
    @Nullable
    OperationalStatus getOperationalStatus();

    /** Whether it is powered on. */
    @Required
    @Nullable
    Boolean getPoweredOn();

    /** What it is provisioned with. */
    @Required
    @Nullable
    ProvisionStatus getProvisioning();

    /** The last credentials that were tried. */
    @Nullable
    CredentialsStatus getTriedCredentials();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link BareMetalHostStatus}. Not thread-safe. */
    final class Builder extends ImmutableBareMetalHostStatus.Builder {
        Builder() {}

        /** Sets {@code goodCredentials} from a builder. */
        public Builder goodCredentials(UnaryOperator<CredentialsStatus.Builder> edit) {
            return goodCredentials(edit.apply(CredentialsStatus.builder()).build());
        }

        /** Sets {@code hardware} from a builder. */
        public Builder hardware(UnaryOperator<HardwareDetails.Builder> edit) {
            return hardware(edit.apply(HardwareDetails.builder()).build());
        }

        /** Sets {@code operationHistory} from a builder. */
        public Builder operationHistory(UnaryOperator<OperationHistory.Builder> edit) {
            return operationHistory(edit.apply(OperationHistory.builder()).build());
        }

        /** Sets {@code provisioning} from a builder. */
        public Builder provisioning(UnaryOperator<ProvisionStatus.Builder> edit) {
            return provisioning(edit.apply(ProvisionStatus.builder()).build());
        }

        /** Sets {@code triedCredentials} from a builder. */
        public Builder triedCredentials(UnaryOperator<CredentialsStatus.Builder> edit) {
            return triedCredentials(edit.apply(CredentialsStatus.builder()).build());
        }
    }
}
