package dev.hcp.api.ocm;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Pattern;
import dev.hcp.api.schema.Size;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * An identity that the agent of an add-on has with the hub.
 *
 * <p>CRD field: ManagedClusterAddOn {@code status.registrations[]}.
 */
@Value.Immutable
@HcpModel
public interface AddOnRegistration extends Model {
    /** Who signs its certificate. */
    @Pattern("^([a-z0-9][a-z0-9-]*[a-z0-9]\\.)+[a-z]+\\/[a-z0-9-\\.]+$")
    @Size(min = 5, max = 571)
    @Nullable
    String getSignerName();

    /** Whom the certificate names. */
    @Nullable
    AddOnSubject getSubject();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AddOnRegistration}. Not thread-safe. */
    final class Builder extends ImmutableAddOnRegistration.Builder {
        Builder() {}

        /** Sets {@code subject} from a builder. */
        public Builder subject(UnaryOperator<AddOnSubject.Builder> edit) {
            return subject(edit.apply(AddOnSubject.builder()).build());
        }
    }
}
