package dev.hcp.api.hypershift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Pattern;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Size;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * An etcd that somebody else runs.
 *
 * <p>CRD field: HostedCluster {@code spec.etcd.unmanaged}, HostedControlPlane {@code spec.etcd.unmanaged}.
 */
@Value.Immutable
@HcpModel
public interface UnmanagedEtcdSpec extends Model {
    /** Its URL, {@code https} only. */
    @Required
    @Pattern("^https://")
    @Size(max = 255, since = Edition.LATEST)
    @Nullable
    String getEndpoint();

    /** How to authenticate to it. */
    @Required
    @Nullable
    EtcdTlsConfig getTls();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link UnmanagedEtcdSpec}. Not thread-safe. */
    final class Builder extends ImmutableUnmanagedEtcdSpec.Builder {
        Builder() {}

        /** Sets {@code tls} from a builder. */
        public Builder tls(UnaryOperator<EtcdTlsConfig.Builder> edit) {
            return tls(edit.apply(EtcdTlsConfig.builder()).build());
        }
    }
}
