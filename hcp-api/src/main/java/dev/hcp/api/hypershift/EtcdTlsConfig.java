package dev.hcp.api.hypershift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How to authenticate to an etcd.
 *
 * <p>CRD field: HostedCluster {@code spec.etcd.unmanaged.tls}, HostedControlPlane {@code spec.etcd.unmanaged.tls}.
 */
@Value.Immutable
@HcpModel
public interface EtcdTlsConfig extends Model {
    /** Secret with {@code etcd-client.crt}, {@code etcd-client.key} and {@code etcd-client-ca.crt}. */
    @Required
    @Nullable
    LocalObjectReference getClientSecret();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link EtcdTlsConfig}. Not thread-safe. */
    final class Builder extends ImmutableEtcdTlsConfig.Builder {
        Builder() {}
    }
}
