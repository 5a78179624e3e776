package dev.hcp.api.configuration;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Format;
import dev.hcp.api.schema.Items;
import dev.hcp.api.schema.ListType;
import dev.hcp.api.schema.Rule;
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
@Rule(
        value = "has(self.blockedRegistries) ? !has(self.allowedRegistries) : true",
        message = "Only one of blockedRegistries or allowedRegistries may be set",
        since = Edition.LATEST)
public interface RegistrySources extends Model {
    /** The registries that alone are pulled from. */
    @Size(max = 1024, since = Edition.LATEST)
    @Items(
            size = @Size(min = 1, max = 256),
            rules =
                    @Rule(
                            value =
                                    "self.matches('^\\\\*(?:\\\\.(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9]))+$|^((?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])(?:(?:\\\\.(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9]))+)?(?::[0-9]+)?)(?:(?:/[a-z0-9]+(?:(?:(?:[._]|__|[-]*)[a-z0-9]+)+)?)+)?$')",
                            message =
                                    "each registry must be a valid hostname[:port][/path] or wildcard *.hostname format without tags or digests"),
            since = Edition.LATEST)
    @ListType(value = "atomic", since = Edition.LATEST)
    List<String> getAllowedRegistries();

    /** The registries that are not pulled from. */
    @Size(max = 1024, since = Edition.LATEST)
    @Items(
            size = @Size(min = 1, max = 256),
            rules =
                    @Rule(
                            value =
                                    "self.matches('^\\\\*(?:\\\\.(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9]))+$|^((?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])(?:(?:\\\\.(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9]))+)?(?::[0-9]+)?)(?:(?:/[a-z0-9]+(?:(?:(?:[._]|__|[-]*)[a-z0-9]+)+)?)+)?$')",
                            message =
                                    "each registry must be a valid hostname[:port][/path] or wildcard *.hostname format without tags or digests"),
            since = Edition.LATEST)
    @ListType(value = "atomic", since = Edition.LATEST)
    List<String> getBlockedRegistries();

    /** The registries searched for images without one, in order. */
    @Format("hostname")
    @Size(min = 1)
    @ListType("set")
    List<String> getContainerRuntimeSearchRegistries();

    /** The registries that plain HTTP or certificates that are not trusted are accepted of. */
    @Size(max = 1024, since = Edition.LATEST)
    @Items(
            size = @Size(min = 1, max = 256),
            rules =
                    @Rule(
                            value =
                                    "self.matches('^\\\\*(?:\\\\.(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9]))+$|^((?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])(?:(?:\\\\.(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9]))+)?(?::[0-9]+)?)(?:(?:/[a-z0-9]+(?:(?:(?:[._]|__|[-]*)[a-z0-9]+)+)?)+)?$')",
                            message =
                                    "each registry must be a valid hostname[:port][/path] or wildcard *.hostname format without tags or digests"),
            since = Edition.LATEST)
    @ListType(value = "atomic", since = Edition.LATEST)
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
