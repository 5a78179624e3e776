package dev.hcp.api.metallb;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Format;
import io.fabric8.kubernetes.api.model.LabelSelector;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The services that may get addresses of a pool.
 *
 * <p>CRD field: IPAddressPool {@code spec.serviceAllocation}.
 */
@Value.Immutable
@HcpModel
public interface IpServiceAllocation extends Model {
    /** The labels of their namespaces; any of them does. */
    List<LabelSelector> getNamespaceSelectors();

    /** Their namespaces. */
    List<String> getNamespaces();

    /** The pool with the least number comes first; 0, which is the default, comes last. */
    @Format("")
    @Nullable
    Integer getPriority();

    /** The labels of the services; any of them does. */
    List<LabelSelector> getServiceSelectors();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link IpServiceAllocation}. Not thread-safe. */
    final class Builder extends ImmutableIpServiceAllocation.Builder {
        Builder() {}
    }
}
