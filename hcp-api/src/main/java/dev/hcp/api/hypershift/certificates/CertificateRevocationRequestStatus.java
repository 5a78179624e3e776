package dev.hcp.api.hypershift.certificates;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Format;
import dev.hcp.api.schema.ListType;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How far a revocation has come.
 *
 * <p>CRD field: CertificateRevocationRequest {@code status}.
 */
@Value.Immutable
@HcpModel
public interface CertificateRevocationRequestStatus extends Model {
    /** What is observed, by condition type: the steps of the revocation, each True when done. */
    @ListType(value = "map", keys = "type")
    List<Condition> getConditions();

    /** Secret with the signer that was replaced, kept to prove that it is no longer trusted. */
    @Nullable
    LocalObjectReference getPreviousSigner();

    /** Certificates that were valid before this time, RFC 3339, are revoked. */
    @Format("date-time")
    @Nullable
    String getRevocationTimestamp();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link CertificateRevocationRequestStatus}. Not thread-safe. */
    final class Builder extends ImmutableCertificateRevocationRequestStatus.Builder {
        Builder() {}
    }
}
