package dev.hcp.api.hypershift.azure;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Rule;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How an API server is reached privately; the member of the chosen type holds the details. Neither added nor removed
 * later.
 *
 * <p>CRD field: HostedCluster {@code spec.platform.azure.private}, HostedControlPlane {@code
 * spec.platform.azure.private}.
 */
@Value.Immutable
@HcpModel
@Rule(value = "!has(oldSelf.type) || self.type == oldSelf.type", message = "type is immutable")
@Rule(
        value = "self.type == 'PrivateLink' ? has(self.privateLink) : !has(self.privateLink)",
        message = "privateLink is required when type is PrivateLink, and forbidden otherwise")
@Rule(
        value = "self.type == 'Swift' ? has(self.swift) : !has(self.swift)",
        message = "swift is required when type is Swift, and forbidden otherwise")
public interface AzurePrivateSpec extends Model {
    /** Details of a private link. */
    @Nullable
    AzurePrivateLinkSpec getPrivateLink();

    /** Details of Swift. */
    @Nullable
    AzureSwiftSpec getSwift();

    /** The way; immutable. */
    @Required
    @Nullable
    AzurePrivateType getType();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AzurePrivateSpec}. Not thread-safe. */
    final class Builder extends ImmutableAzurePrivateSpec.Builder {
        Builder() {}

        /** Sets {@code privateLink} from a builder. */
        public Builder privateLink(UnaryOperator<AzurePrivateLinkSpec.Builder> edit) {
            return privateLink(edit.apply(AzurePrivateLinkSpec.builder()).build());
        }

        /** Sets {@code swift} from a builder. */
        public Builder swift(UnaryOperator<AzureSwiftSpec.Builder> edit) {
            return swift(edit.apply(AzureSwiftSpec.builder()).build());
        }
    }
}
