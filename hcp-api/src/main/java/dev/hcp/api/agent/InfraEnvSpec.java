package dev.hcp.api.agent;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Default;
import dev.hcp.api.schema.OneOf;
import dev.hcp.api.schema.RawSchema;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.UnmarkedLists;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What hosts are discovered with.
 *
 * <p>CRD field: InfraEnv {@code spec}.
 */
@Value.Immutable
@HcpModel
public interface InfraEnvSpec extends Model {
    /** Time servers besides those of the network. */
    List<String> getAdditionalNTPSources();

    /** Certificates, PEM, that hosts trust besides the usual ones. */
    @Nullable
    String getAdditionalTrustBundle();

    /** Labels that the agents get. */
    Map<String, String> getAgentLabels();

    /** The cluster that all hosts are for; when absent, they are bound one by one. */
    @Nullable
    ClusterDeploymentReference getClusterRef();

    /** The architecture of the hosts; {@code x86_64} by default. */
    @Default("\"x86_64\"")
    @Nullable
    String getCpuArchitecture();

    /** Ignition configuration, as JSON text, that goes on top of that of the image. */
    @Value.Redacted
    @Nullable
    String getIgnitionConfigOverride();

    /** What the iPXE script does; by default it always boots the image. */
    @Default("\"DiscoveryImageAlways\"")
    @OneOf({"", "DiscoveryImageAlways", "BootOrderControl"})
    @Nullable
    IpxeScriptType getIpxeScriptType();

    /** Changes to the kernel arguments of the image. */
    List<KernelArgument> getKernelArguments();

    /** The labels of the NMStateConfigs with the networks of hosts. */
    @UnmarkedLists
    @Nullable
    LabelSelector getNmStateConfigLabelSelector();

    /** The version of the operating system of the image; the latest when empty. */
    @Nullable
    String getOsImageVersion();

    /** The proxy that hosts use while they are discovered. */
    @Nullable
    InfraEnvProxy getProxy();

    /** Secret with credentials for pulling images, under {@code .dockerconfigjson}. */
    @RawSchema("{\"properties\":{\"name\":{\"type\":\"string\"}}}")
    @Required
    @Nullable
    LocalObjectReference getPullSecretRef();

    /** The public keys that may log in to hosts while they are discovered. */
    @Nullable
    String getSshAuthorizedKey();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link InfraEnvSpec}. Not thread-safe. */
    final class Builder extends ImmutableInfraEnvSpec.Builder {
        Builder() {}

        /** Sets {@code clusterRef} from a builder. */
        public Builder clusterRef(UnaryOperator<ClusterDeploymentReference.Builder> edit) {
            return clusterRef(edit.apply(ClusterDeploymentReference.builder()).build());
        }

        /** Sets {@code proxy} from a builder. */
        public Builder proxy(UnaryOperator<InfraEnvProxy.Builder> edit) {
            return proxy(edit.apply(InfraEnvProxy.builder()).build());
        }
    }
}
