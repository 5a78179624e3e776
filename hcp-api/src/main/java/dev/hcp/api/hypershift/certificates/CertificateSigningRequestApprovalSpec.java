package dev.hcp.api.hypershift.certificates;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import org.immutables.value.Value;

/**
 * Nothing: the name alone says which request is approved.
 *
 * <p>CRD field: CertificateSigningRequestApproval {@code spec}.
 */
@Value.Immutable
@HcpModel
public interface CertificateSigningRequestApprovalSpec extends Model {
    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link CertificateSigningRequestApprovalSpec}. Not thread-safe. */
    final class Builder extends ImmutableCertificateSigningRequestApprovalSpec.Builder {
        Builder() {}
    }
}
