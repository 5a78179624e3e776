package dev.hcp.api.configuration;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import java.util.List;
import org.immutables.value.Value;

/**
 * The attributes that an identity is made from; the first with a value counts.
 *
 * <p>CRD field: HostedCluster {@code spec.configuration.oauth.identityProviders[].ldap.attributes}.
 */
@Value.Immutable
@HcpModel
public interface LdapAttributes extends Model {
    /** Attributes with the mail address. */
    List<String> getEmail();

    /** Attributes with what the user is known by; at least one is needed. */
    List<String> getId();

    /** Attributes with the name for people. */
    List<String> getName();

    /** Attributes with the name of the user in the cluster. */
    List<String> getPreferredUsername();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link LdapAttributes}. Not thread-safe. */
    final class Builder extends ImmutableLdapAttributes.Builder {
        Builder() {}
    }
}
