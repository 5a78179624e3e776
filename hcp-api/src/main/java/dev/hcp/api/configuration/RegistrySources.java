package dev.hcp.api.configuration;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Format;
import dev.hcp.api.schema.ListType;
import dev.hcp.api.schema.Size;
import java.util.List;
import org.immutables.value.Value;

/**
 * How the container runtime treats registries when it pulls images. Allowed and blocked registries exclude each
 * other.
 *
 * <p>CRD field: HostedCluster {@code spec.configuration.image.registrySources}.
 */
@Value.Immutable
@HcpModel
public interface RegistrySources extends Model {
    /** The registries that alone are pulled from. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<String> getAllowedRegistries();

    /** The registries that are not pulled from. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<String> getBlockedRegistries();

    /** The registries searched for images without one, in order. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @Format("hostname")
    @Size(min = 1)
    @ListType("set")
    List<String> getContainerRuntimeSearchRegistries();

    /** The registries that plain HTTP or certificates that are not trusted are accepted of. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<String> getInsecureRegistries();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link RegistrySources}. Not thread-safe. */
    final class Builder extends ImmutableRegistrySources.Builder {
        Builder() {}
    }
}
