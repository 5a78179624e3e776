package dev.hcp.api.ocm;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Whom a certificate names.
 *
 * <p>CRD field: ManagedClusterAddOn {@code status.registrations[].subject}.
 */
@Value.Immutable
@HcpModel
public interface AddOnSubject extends Model {
    /** The groups. */
    List<String> getGroups();

    /** The organizational units. */
    List<String> getOrganizationUnit();

    /** The user. */
    @Nullable
    String getUser();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AddOnSubject}. Not thread-safe. */
    final class Builder extends ImmutableAddOnSubject.Builder {
        Builder() {}
    }
}
