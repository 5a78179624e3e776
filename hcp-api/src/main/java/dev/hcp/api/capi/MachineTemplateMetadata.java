package dev.hcp.api.capi;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import java.util.Map;
import org.immutables.value.Value;

/**
 * Metadata of the machines of a template.
 *
 * <p>CRD field: MachineDeployment {@code spec.template.metadata}, MachineSet {@code spec.template.metadata}.
 */
@Value.Immutable
@HcpModel
public interface MachineTemplateMetadata extends Model {
    /** Annotations to put on what is made. */
    Map<String, String> getAnnotations();

    /** Labels to put on what is made. */
    Map<String, String> getLabels();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link MachineTemplateMetadata}. Not thread-safe. */
    final class Builder extends ImmutableMachineTemplateMetadata.Builder {
        Builder() {}
    }
}
