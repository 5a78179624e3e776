package dev.hcp.api.capi;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import java.util.Map;
import org.immutables.value.Value;

/**
 * MachineTemplateMetadata.
 *
 * <p>CRD field: MachineDeployment {@code spec.template.metadata}, MachineSet {@code spec.template.metadata}.
 */
@Value.Immutable
@HcpModel
public interface MachineTemplateMetadata extends Model {
    /** {@code annotations}. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    Map<String, String> getAnnotations();

    /** {@code labels}. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
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
