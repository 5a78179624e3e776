package dev.hcp.api.capi.aws;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.OneOf;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How the first configuration is handed to cloud-init.
 *
 * <p>CRD field: AWSMachine {@code spec.cloudInit}.
 */
@Value.Immutable
@HcpModel
public interface AwsCloudInit extends Model {
    /** Whether it stands in the user data; HyperShift sets it, as what stands there is short. */
    @Nullable
    Boolean getInsecureSkipSecretsManager();

    /** In how many parts it is kept. */
    @Nullable
    Integer getSecretCount();

    /** What the names of the parts begin with. */
    @Nullable
    String getSecretPrefix();

    /** Where it is kept. */
    @OneOf({"secrets-manager", "ssm-parameter-store"})
    @Nullable
    String getSecureSecretsBackend();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AwsCloudInit}. Not thread-safe. */
    final class Builder extends ImmutableAwsCloudInit.Builder {
        Builder() {}
    }
}
