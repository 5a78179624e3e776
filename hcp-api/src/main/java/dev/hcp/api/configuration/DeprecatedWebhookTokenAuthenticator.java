package dev.hcp.api.configuration;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A webhook that once judged tokens; has no effect.
 *
 * <p>CRD field: HostedCluster {@code spec.configuration.authentication.webhookTokenAuthenticators[]}.
 */
@Value.Immutable
@HcpModel
public interface DeprecatedWebhookTokenAuthenticator extends Model {
    /** Secret with the kubeconfig of the webhook. */
    @Nullable
    SecretNameReference getKubeConfig();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link DeprecatedWebhookTokenAuthenticator}. Not thread-safe. */
    final class Builder extends ImmutableDeprecatedWebhookTokenAuthenticator.Builder {
        Builder() {}

        /** Sets {@code kubeConfig} from a builder. */
        public Builder kubeConfig(UnaryOperator<SecretNameReference.Builder> edit) {
            return kubeConfig(edit.apply(SecretNameReference.builder()).build());
        }
    }
}
