package dev.hcp.api.configuration;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Items;
import dev.hcp.api.schema.ListType;
import dev.hcp.api.schema.Size;
import java.util.List;
import org.immutables.value.Value;

/**
 * The claims that an identity is made from; the first with a value counts. {@code sub} is what the user is known by.
 *
 * <p>CRD field: HostedCluster {@code spec.configuration.oauth.identityProviders[].openID.claims}.
 */
@Value.Immutable
@HcpModel
public interface OpenIdClaims extends Model {
    /** Claims with the mail address. */
    @ListType("atomic")
    List<String> getEmail();

    /** Claims with the groups of the user. */
    @Items(size = @Size(min = 1))
    @ListType("atomic")
    List<String> getGroups();

    /** Claims with the name for people. */
    @ListType("atomic")
    List<String> getName();

    /** Claims with the name of the user in the cluster. */
    @ListType("atomic")
    List<String> getPreferredUsername();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link OpenIdClaims}. Not thread-safe. */
    final class Builder extends ImmutableOpenIdClaims.Builder {
        Builder() {}
    }
}
