package dev.hcp.api.kubevirt;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.FreeForm;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Metadata of something made from a template.
 *
 * <p>CRD field: VirtualMachine {@code spec.template.metadata}.
 */
@Value.Immutable
@HcpModel
@FreeForm
public interface TemplateMetadata extends Model {
    /** Annotations to put on what is made. */
    Map<String, String> getAnnotations();

    /** Labels to put on what is made. */
    Map<String, String> getLabels();

    /** The name. */
    @Nullable
    String getName();

    /** The namespace. */
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
