package dev.hcp.api.ocm;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.OneOf;
import io.fabric8.kubernetes.api.model.Toleration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What is installed and how.
 *
 * <p>CRD field: MultiClusterEngine {@code spec}.
 */
@Value.Immutable
@HcpModel
public interface MultiClusterEngineSpec extends Model {
    /** How many copies of components run; High by default. */
    @OneOf({})
    @Nullable
    MceAvailability getAvailabilityConfig();

    /** The secret for pulling images. */
    @Nullable
    String getImagePullSecret();

    /** Labels of the nodes that components run on. */
    Map<String, String> getNodeSelector();

    /** What is not as usual. */
    @Nullable
    MceOverrides getOverrides();

    /** The namespace of the components; {@code multicluster-engine} by default. */
    @Nullable
    String getTargetNamespace();

    /** The taints that are tolerated. */
    List<Toleration> getTolerations();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link MultiClusterEngineSpec}. Not thread-safe. */
    final class Builder extends ImmutableMultiClusterEngineSpec.Builder {
        Builder() {}

        /** Sets {@code overrides} from a builder. */
        public Builder overrides(UnaryOperator<MceOverrides.Builder> edit) {
            return overrides(edit.apply(MceOverrides.builder()).build());
        }
    }
}
