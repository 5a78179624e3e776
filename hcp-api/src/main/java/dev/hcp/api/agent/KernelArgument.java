package dev.hcp.api.agent;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Pattern;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A change to the kernel arguments of an image.
 *
 * <p>CRD field: InfraEnv {@code spec.kernelArguments[]}.
 */
@Value.Immutable
@HcpModel
public interface KernelArgument extends Model {
    /** What is done. */
    @Nullable
    KernelArgumentOperation getOperation();

    /** The argument; for {@code replace}, old and new. */
    @Pattern("^(?:(?:[^ \\t\\n\\r\"]+)|(?:\"[^\"]*\"))+$")
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

    /** Builds {@link KernelArgument}. Not thread-safe. */
    final class Builder extends ImmutableKernelArgument.Builder {
        Builder() {}
    }
}
