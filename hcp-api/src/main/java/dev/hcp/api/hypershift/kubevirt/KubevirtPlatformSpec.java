package dev.hcp.api.hypershift.kubevirt;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Rule;
import dev.hcp.api.schema.Size;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A cluster on KubeVirt.
 *
 * <p>CRD field: HostedCluster {@code spec.platform.kubevirt}, HostedControlPlane {@code spec.platform.kubevirt}.
 */
@Value.Immutable
@HcpModel
@Rule(value = "!has(oldSelf.generateID) || has(self.generateID)", message = "Kubevirt GenerateID is required once set")
public interface KubevirtPlatformSpec extends Model {
    /** Whether names lie below the wildcard domain of the infrastructure cluster; immutable. */
    @Rule(value = "self == oldSelf", message = "baseDomainPassthrough is immutable")
    @Nullable
    Boolean getBaseDomainPassthrough();

    /** How to reach an infrastructure cluster other than the management cluster. */
    @Nullable
    KubevirtPlatformCredentials getCredentials();

    /** Makes names of the cluster unique in the infrastructure cluster; generated when absent, then immutable. */
    @Size(max = 11)
    @Rule(value = "self == oldSelf", message = "Kubevirt GenerateID is immutable once set")
    @Nullable
    String getGenerateID();

    /** Which storage the cluster gets from the infrastructure cluster; immutable. */
    @Rule(value = "self == oldSelf", message = "storageDriver is immutable")
    @Nullable
    KubevirtStorageDriverSpec getStorageDriver();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link KubevirtPlatformSpec}. Not thread-safe. */
    final class Builder extends ImmutableKubevirtPlatformSpec.Builder {
        Builder() {}

        /** Sets {@code credentials} from a builder. */
        public Builder credentials(UnaryOperator<KubevirtPlatformCredentials.Builder> edit) {
            return credentials(edit.apply(KubevirtPlatformCredentials.builder()).build());
        }

        /** Sets {@code storageDriver} from a builder. */
        public Builder storageDriver(UnaryOperator<KubevirtStorageDriverSpec.Builder> edit) {
            return storageDriver(edit.apply(KubevirtStorageDriverSpec.builder()).build());
        }
    }
}
