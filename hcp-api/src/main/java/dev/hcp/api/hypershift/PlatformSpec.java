package dev.hcp.api.hypershift;

import dev.hcp.api.hypershift.agent.AgentPlatformSpec;
import dev.hcp.api.hypershift.aws.AwsPlatformSpec;
import dev.hcp.api.hypershift.kubevirt.KubevirtPlatformSpec;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.FreeForm;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Rule;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The infrastructure of a cluster; the member of the chosen type holds the details.
 *
 * <p>CRD field: HostedCluster {@code spec.platform}, HostedControlPlane {@code spec.platform}.
 */
@Value.Immutable
@HcpModel
public interface PlatformSpec extends Model {
    /** Details of bare metal with agents. */
    @Nullable
    AgentPlatformSpec getAgent();

    /** Details of AWS. */
    @Nullable
    AwsPlatformSpec getAws();

    /** Details of Azure; untyped. */
    @FreeForm
    @Nullable
    JsonObject getAzure();

    /** Details of IBM Cloud; untyped. */
    @FreeForm
    @Nullable
    JsonObject getIbmcloud();

    /** Details of KubeVirt. */
    @Rule(
            value = "!has(oldSelf.generateID) || has(self.generateID)",
            message = "Kubevirt GenerateID is required once set")
    @Nullable
    KubevirtPlatformSpec getKubevirt();

    /** Details of OpenStack; untyped. */
    @FreeForm
    @Nullable
    JsonObject getOpenstack();

    /** Details of PowerVS; untyped. */
    @FreeForm
    @Nullable
    JsonObject getPowervs();

    /** The platform. */
    @Required
    @Nullable
    PlatformType getType();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link PlatformSpec}. Not thread-safe. */
    final class Builder extends ImmutablePlatformSpec.Builder {
        Builder() {}

        /** Sets {@code agent} from a builder. */
        public Builder agent(UnaryOperator<AgentPlatformSpec.Builder> edit) {
            return agent(edit.apply(AgentPlatformSpec.builder()).build());
        }

        /** Sets {@code aws} from a builder. */
        public Builder aws(UnaryOperator<AwsPlatformSpec.Builder> edit) {
            return aws(edit.apply(AwsPlatformSpec.builder()).build());
        }

        /** Sets {@code kubevirt} from a builder. */
        public Builder kubevirt(UnaryOperator<KubevirtPlatformSpec.Builder> edit) {
            return kubevirt(edit.apply(KubevirtPlatformSpec.builder()).build());
        }
    }
}
