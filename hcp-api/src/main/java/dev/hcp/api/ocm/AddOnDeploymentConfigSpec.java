package dev.hcp.api.ocm;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Default;
import dev.hcp.api.schema.ListType;
import dev.hcp.api.schema.Pattern;
import dev.hcp.api.schema.Size;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How the agent of an add-on is deployed.
 *
 * <p>CRD field: AddOnDeploymentConfig {@code spec}.
 */
@Value.Immutable
@HcpModel
public interface AddOnDeploymentConfigSpec extends Model {
    /** The namespace of the agent; {@code open-cluster-management-agent-addon} by default. */
    @Default("\"open-cluster-management-agent-addon\"")
    @Pattern("^[a-z0-9]([-a-z0-9]*[a-z0-9])?$")
    @Size(max = 63)
    @Nullable
    String getAgentInstallNamespace();

    /** Settings of the add-on. */
    @ListType(
            value = "map",
            keys = {"name"})
    List<AddOnVariable> getCustomizedVariables();

    /** The nodes that the agent runs on. */
    @Nullable
    AddOnNodePlacement getNodePlacement();

    /** The proxy that the agent uses. */
    @Nullable
    AddOnProxyConfig getProxyConfig();

    /** Mirrors that images are pulled from. */
    List<AddOnImageMirror> getRegistries();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AddOnDeploymentConfigSpec}. Not thread-safe. */
    final class Builder extends ImmutableAddOnDeploymentConfigSpec.Builder {
        Builder() {}

        /** Sets {@code nodePlacement} from a builder. */
        public Builder nodePlacement(UnaryOperator<AddOnNodePlacement.Builder> edit) {
            return nodePlacement(edit.apply(AddOnNodePlacement.builder()).build());
        }

        /** Sets {@code proxyConfig} from a builder. */
        public Builder proxyConfig(UnaryOperator<AddOnProxyConfig.Builder> edit) {
            return proxyConfig(edit.apply(AddOnProxyConfig.builder()).build());
        }
    }
}
