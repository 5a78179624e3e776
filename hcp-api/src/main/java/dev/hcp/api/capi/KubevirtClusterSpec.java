package dev.hcp.api.capi;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import io.fabric8.kubernetes.api.model.ObjectReference;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * KubevirtClusterSpec.
 *
 * <p>CRD field: KubevirtCluster {@code spec}.
 */
@Value.Immutable
@HcpModel
public interface KubevirtClusterSpec extends Model {
    /** {@code controlPlaneEndpoint}. */
    @Nullable
    KubevirtApiEndpoint getControlPlaneEndpoint();

    /** {@code controlPlaneServiceTemplate}. */
    @Nullable
    KubevirtServiceTemplate getControlPlaneServiceTemplate();

    /** {@code infraClusterSecretRef}. */
    @Nullable
    ObjectReference getInfraClusterSecretRef();

    /** {@code sshKeys}. */
    @Nullable
    KubevirtSshKeys getSshKeys();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link KubevirtClusterSpec}. Not thread-safe. */
    final class Builder extends ImmutableKubevirtClusterSpec.Builder {
        Builder() {}

        /** Sets {@code controlPlaneEndpoint} from a builder. */
        public Builder controlPlaneEndpoint(UnaryOperator<KubevirtApiEndpoint.Builder> edit) {
            return controlPlaneEndpoint(
                    edit.apply(KubevirtApiEndpoint.builder()).build());
        }

        /** Sets {@code controlPlaneServiceTemplate} from a builder. */
        public Builder controlPlaneServiceTemplate(UnaryOperator<KubevirtServiceTemplate.Builder> edit) {
            return controlPlaneServiceTemplate(
                    edit.apply(KubevirtServiceTemplate.builder()).build());
        }

        /** Sets {@code sshKeys} from a builder. */
        public Builder sshKeys(UnaryOperator<KubevirtSshKeys.Builder> edit) {
            return sshKeys(edit.apply(KubevirtSshKeys.builder()).build());
        }
    }
}
