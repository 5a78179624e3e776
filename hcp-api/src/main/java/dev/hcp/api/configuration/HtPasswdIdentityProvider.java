package dev.hcp.api.configuration;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Users with passwords in a file.
 *
 * <p>CRD field: HostedCluster {@code spec.configuration.oauth.identityProviders[].htpasswd}.
 */
@Value.Immutable
@HcpModel
public interface HtPasswdIdentityProvider extends Model {
    /** Secret with the file, under {@code htpasswd}. */
    @Nullable
    SecretNameReference getFileData();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link HtPasswdIdentityProvider}. Not thread-safe. */
    final class Builder extends ImmutableHtPasswdIdentityProvider.Builder {
        Builder() {}

        /** Sets {@code fileData} from a builder. */
        public Builder fileData(UnaryOperator<SecretNameReference.Builder> edit) {
            return fileData(edit.apply(SecretNameReference.builder()).build());
        }
    }
}
