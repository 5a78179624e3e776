package dev.hcp.api.hypershift.certificates;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import org.immutables.value.Value;

/**
 * Nothing: an approval has no life of its own.
 *
 * <p>CRD field: CertificateSigningRequestApproval {@code status}.
 */
@Value.Immutable
@HcpModel
public interface CertificateSigningRequestApprovalStatus extends Model {
    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link CertificateSigningRequestApprovalStatus}. Not thread-safe. */
    final class Builder extends ImmutableCertificateSigningRequestApprovalStatus.Builder {
        Builder() {}
    }
}
