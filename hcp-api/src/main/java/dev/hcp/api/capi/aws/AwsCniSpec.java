package dev.hcp.api.capi.aws;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import java.util.List;
import org.immutables.value.Value;

/**
 * What the network plug-in needs.
 *
 * <p>CRD field: AWSCluster {@code spec.network.cni}.
 */
@Value.Immutable
@HcpModel
public interface AwsCniSpec extends Model {
    /** Traffic among the machines of the cluster. */
    List<AwsCniIngressRule> getCniIngressRules();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AwsCniSpec}. Not thread-safe. */
    final class Builder extends ImmutableAwsCniSpec.Builder {
        Builder() {}
    }
}
