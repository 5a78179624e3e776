package dev.hcp.api.capi.aws;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.Map;
import org.immutables.value.Value;

/**
 * What is known of machines of a template.
 *
 * <p>CRD field: AWSMachineTemplate {@code status}.
 */
@Value.Immutable
@HcpModel
public interface AwsMachineTemplateStatus extends Model {
    /** What a machine has, by resource; for the autoscaler. */
    Map<String, Quantity> getCapacity();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AwsMachineTemplateStatus}. Not thread-safe. */
    final class Builder extends ImmutableAwsMachineTemplateStatus.Builder {
        Builder() {}
    }
}
