package dev.hcp.api.capi.aws;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.OneOf;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How private host names are made.
 *
 * <p>CRD field: AWSMachine {@code spec.privateDnsName}.
 */
@Value.Immutable
@HcpModel
public interface AwsPrivateDnsName extends Model {
    /** Whether names of resources resolve to IPv6 addresses. */
    @Nullable
    Boolean getEnableResourceNameDnsAAAARecord();

    /** Whether names of resources resolve to IPv4 addresses. */
    @Nullable
    Boolean getEnableResourceNameDnsARecord();

    /** What names are made from. */
    @OneOf({"ip-name", "resource-name"})
    @Nullable
    String getHostnameType();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AwsPrivateDnsName}. Not thread-safe. */
    final class Builder extends ImmutableAwsPrivateDnsName.Builder {
        Builder() {}
    }
}
