package dev.hcp.api.kubevirt;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.FreeForm;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * TemplateMetadata.
 *
 * <p>CRD field: VirtualMachine {@code spec.template.metadata}.
 */
@Value.Immutable
@HcpModel
@FreeForm
public interface TemplateMetadata extends Model {
    /** {@code annotations}. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    Map<String, String> getAnnotations();

    /** {@code labels}. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    Map<String, String> getLabels();

    /** {@code name}. */
    @Nullable
    String getName();

    /** {@code namespace}. */
    @Nullable
    String getNamespace();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link TemplateMetadata}. Not thread-safe. */
    final class Builder extends ImmutableTemplateMetadata.Builder {
        Builder() {}
    }
}
