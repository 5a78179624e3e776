package dev.hcp.api.hypershift.kubevirt;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Default;
import dev.hcp.api.schema.Rule;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Which storage a cluster gets from the infrastructure cluster.
 *
 * <p>CRD field: HostedCluster {@code spec.platform.kubevirt.storageDriver}, HostedControlPlane {@code
 * spec.platform.kubevirt.storageDriver}.
 */
@Value.Immutable
@HcpModel
public interface KubevirtStorageDriverSpec extends Model {
    /** The mapping of classes, for the Manual type; immutable. */
    @Rule(value = "self == oldSelf", message = "storageDriver.Manual is immutable")
    @Nullable
    KubevirtManualStorageDriverConfig getManual();

    /** Default unless said otherwise; immutable. */
    @Default("\"Default\"")
    @Rule(value = "self == oldSelf", message = "storageDriver.Type is immutable")
    @Nullable
    KubevirtStorageDriverType getType();

    /** The mappings are given: sets both {@code type} and {@code manual}. */
    static KubevirtStorageDriverSpec manual(UnaryOperator<KubevirtManualStorageDriverConfig.Builder> edit) {
        return builder().manual(edit).build();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link KubevirtStorageDriverSpec}. Not thread-safe. */
    final class Builder extends ImmutableKubevirtStorageDriverSpec.Builder {
        Builder() {}

        /** Sets {@code type} and {@code manual}, that from a builder. */
        public Builder manual(UnaryOperator<KubevirtManualStorageDriverConfig.Builder> edit) {
            return type(KubevirtStorageDriverType.MANUAL)
                    .manual(edit.apply(KubevirtManualStorageDriverConfig.builder())
                            .build());
        }
    }
}
