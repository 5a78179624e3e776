package dev.hcp.api.metallb;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Default;
import dev.hcp.api.schema.Required;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Addresses that services may get.
 *
 * <p>CRD field: IPAddressPool {@code spec}.
 */
@Value.Immutable
@HcpModel
public interface IpAddressPoolSpec extends Model {
    /** The ranges, as CIDR or as {@code FIRST-LAST}. */
    @Required
    List<String> getAddresses();

    /** Whether services that name no pool get addresses of this one; true by default. */
    @Default("true")
    @Nullable
    Boolean getAutoAssign();

    /** Whether addresses that end in .0 and .255 are left out; false by default. */
    @Default("false")
    @Nullable
    Boolean getAvoidBuggyIPs();

    /** The services that may get these addresses; all when absent. */
    @Nullable
    IpServiceAllocation getServiceAllocation();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link IpAddressPoolSpec}. Not thread-safe. */
    final class Builder extends ImmutableIpAddressPoolSpec.Builder {
        Builder() {}

        /** Sets {@code serviceAllocation} from a builder. */
        public Builder serviceAllocation(UnaryOperator<IpServiceAllocation.Builder> edit) {
            return serviceAllocation(edit.apply(IpServiceAllocation.builder()).build());
        }
    }
}
