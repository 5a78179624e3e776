package dev.hcp.api.capi.aws;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Default;
import dev.hcp.api.schema.OneOf;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How Ignition configurations are handed over.
 *
 * <p>CRD field: AWSMachine {@code spec.ignition}.
 */
@Value.Immutable
@HcpModel
public interface AwsIgnition extends Model {
    /** The proxy that Ignition uses. */
    @Nullable
    AwsIgnitionProxy getProxy();

    /** Where configurations are kept. */
    @Default("\"ClusterObjectStore\"")
    @OneOf({"ClusterObjectStore", "UnencryptedUserData"})
    @Nullable
    String getStorageType();

    /** How servers are trusted. */
    @Nullable
    AwsIgnitionTls getTls();

    /** The version of the format. */
    @Default("\"2.3\"")
    @OneOf({"2.3", "3.0", "3.1", "3.2", "3.3", "3.4"})
    @Nullable
    String getVersion();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AwsIgnition}. Not thread-safe. */
    final class Builder extends ImmutableAwsIgnition.Builder {
        Builder() {}

        /** Sets {@code proxy} from a builder. */
        public Builder proxy(UnaryOperator<AwsIgnitionProxy.Builder> edit) {
            return proxy(edit.apply(AwsIgnitionProxy.builder()).build());
        }

        /** Sets {@code tls} from a builder. */
        public Builder tls(UnaryOperator<AwsIgnitionTls.Builder> edit) {
            return tls(edit.apply(AwsIgnitionTls.builder()).build());
        }
    }
}
