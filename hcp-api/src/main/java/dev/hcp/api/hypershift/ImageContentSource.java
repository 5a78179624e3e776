package dev.hcp.api.hypershift;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Mirrors of an image repository.
 *
 * <p>CRD field: HostedCluster {@code spec.imageContentSources[]}, HostedControlPlane {@code
 * spec.imageContentSources[]}.
 */
@Value.Immutable
@HcpModel
public interface ImageContentSource extends Model {
    /** Repositories that are tried before the source. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<String> getMirrors();

    /** The repository that images name. */
    @Required
    @Nullable
    String getSource();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link ImageContentSource}. Not thread-safe. */
    final class Builder extends ImmutableImageContentSource.Builder {
        Builder() {}
    }
}
