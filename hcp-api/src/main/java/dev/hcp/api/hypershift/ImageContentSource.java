package dev.hcp.api.hypershift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Items;
import dev.hcp.api.schema.ListType;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Size;
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
    @Size(max = 255, since = Edition.LATEST)
    @Items(size = @Size(max = 255), since = Edition.LATEST)
    @ListType(value = "set", since = Edition.LATEST)
    List<String> getMirrors();

    /** The repository that images name. */
    @Required
    @Size(max = 255, since = Edition.LATEST)
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
