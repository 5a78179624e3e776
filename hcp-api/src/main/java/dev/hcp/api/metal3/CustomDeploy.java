package dev.hcp.api.metal3;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A way of provisioning other than writing an image.
 *
 * <p>CRD field: BareMetalHost {@code spec.customDeploy}, BareMetalHost {@code status.provisioning.customDeploy}.
 */
@Value.Immutable
@HcpModel
public interface CustomDeploy extends Model {
    /** Its name, such as {@code start_assisted_install}. */
    @Required
    @Nullable
    String getMethod();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link CustomDeploy}. Not thread-safe. */
    final class Builder extends ImmutableCustomDeploy.Builder {
        Builder() {}
    }
}
