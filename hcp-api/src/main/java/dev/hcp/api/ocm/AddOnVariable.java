package dev.hcp.api.ocm;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Pattern;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Size;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A setting of an add-on.
 *
 * <p>CRD field: AddOnDeploymentConfig {@code spec.customizedVariables[]}.
 */
@Value.Immutable
@HcpModel
public interface AddOnVariable extends Model {
    /** The name, such as {@code hcMaxNumber}. */
    @Required
    @Pattern("^[a-zA-Z_][_a-zA-Z0-9]*$")
    @Size(max = 255)
    @Nullable
    String getName();

    /** The value. */
    @Size(max = 1024)
    @Nullable
    String getValue();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AddOnVariable}. Not thread-safe. */
    final class Builder extends ImmutableAddOnVariable.Builder {
        Builder() {}
    }
}
