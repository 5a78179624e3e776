package dev.hcp.api.configuration;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.ListType;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Registries that images come from.
 *
 * <p>CRD field: HostedCluster {@code spec.configuration.image}.
 */
@Value.Immutable
@HcpModel
public interface ImageConfig extends Model {
    /** ConfigMap with certificate authorities by registry host name; {@code ..} stands before a port. */
    @Nullable
    ConfigMapNameReference getAdditionalTrustedCA();

    /** The registries that users may import images from; any when empty. */
    @ListType(value = "atomic", since = Edition.LATEST)
    List<RegistryLocation> getAllowedRegistriesForImport();

    /** Host names under which the image registry is reached from outside, the preferred one first. */
    @ListType(value = "atomic", since = Edition.LATEST)
    List<String> getExternalRegistryHostnames();

    /** How the container runtime treats registries. */
    @Nullable
    RegistrySources getRegistrySources();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link ImageConfig}. Not thread-safe. */
    final class Builder extends ImmutableImageConfig.Builder {
        Builder() {}

        /** Sets {@code additionalTrustedCA} from a builder. */
        public Builder additionalTrustedCA(UnaryOperator<ConfigMapNameReference.Builder> edit) {
            return additionalTrustedCA(
                    edit.apply(ConfigMapNameReference.builder()).build());
        }

        /** Sets {@code registrySources} from a builder. */
        public Builder registrySources(UnaryOperator<RegistrySources.Builder> edit) {
            return registrySources(edit.apply(RegistrySources.builder()).build());
        }
    }
}
