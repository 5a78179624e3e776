package dev.hcp.api.hypershift.certificates;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Rule;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Which certificates are to be revoked.
 *
 * <p>CRD field: CertificateRevocationRequest {@code spec}.
 */
@Value.Immutable
@HcpModel
public interface CertificateRevocationRequestSpec extends Model {
    /** The signer whose certificates lose their trust; immutable. */
    @Required
    @Rule(value = "self == oldSelf", message = "signerClass is immutable")
    @Nullable
    SignerClass getSignerClass();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link CertificateRevocationRequestSpec}. Not thread-safe. */
    final class Builder extends ImmutableCertificateRevocationRequestSpec.Builder {
        Builder() {}
    }
}
