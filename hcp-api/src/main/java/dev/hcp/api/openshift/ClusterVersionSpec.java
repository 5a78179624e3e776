package dev.hcp.api.openshift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.ListType;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Rule;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What release a cluster should run.
 *
 * <p>CRD field: ClusterVersion {@code spec}.
 */
@Value.Immutable
@HcpModel
public interface ClusterVersionSpec extends Model {
    /** The optional parts of the cluster. */
    @Nullable
    ClusterVersionCapabilitiesSpec getCapabilities();

    /** The update channel, such as {@code stable-4.17}. */
    @Nullable
    String getChannel();

    /** The UUID by which the cluster is known. */
    @Required
    @Nullable
    String getClusterID();

    /** The release to go to. */
    @Rule(
            value = "has(self.architecture) && has(self.image) ? (self.architecture == '' || self.image == '') : true",
            message = "cannot set both Architecture and Image")
    @Rule(
            value = "has(self.architecture) && self.architecture != '' ? self.version != '' : true",
            message = "Version must be set if Architecture is set")
    @Nullable
    DesiredUpdate getDesiredUpdate();

    /** Objects that the version operator leaves alone. */
    @ListType(
            value = "map",
            keys = {"kind", "group", "namespace", "name"})
    List<ComponentOverride> getOverrides();

    /** Where available updates are asked for. */
    @Nullable
    String getUpstream();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link ClusterVersionSpec}. Not thread-safe. */
    final class Builder extends ImmutableClusterVersionSpec.Builder {
        Builder() {}

        /** Sets {@code capabilities} from a builder. */
        public Builder capabilities(UnaryOperator<ClusterVersionCapabilitiesSpec.Builder> edit) {
            return capabilities(
                    edit.apply(ClusterVersionCapabilitiesSpec.builder()).build());
        }

        /** Sets {@code desiredUpdate} from a builder. */
        public Builder desiredUpdate(UnaryOperator<DesiredUpdate.Builder> edit) {
            return desiredUpdate(edit.apply(DesiredUpdate.builder()).build());
        }
    }
}
