package dev.hcp.api.ocm;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.FreeForm;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;
import org.immutables.value.Value;

/**
 * What is observed of the add-ons.
 *
 * <p>CRD field: KlusterletAddonConfig {@code status}.
 */
@Value.Immutable
@HcpModel
@FreeForm
public interface KlusterletAddonConfigStatus extends Model {
    /** What is observed, by condition type. */
    List<Condition> getConditions();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link KlusterletAddonConfigStatus}. Not thread-safe. */
    final class Builder extends ImmutableKlusterletAddonConfigStatus.Builder {
        Builder() {}
    }
}
