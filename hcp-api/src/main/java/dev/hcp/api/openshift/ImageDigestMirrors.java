package dev.hcp.api.openshift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Items;
import dev.hcp.api.schema.ListType;
import dev.hcp.api.schema.Pattern;
import dev.hcp.api.schema.Required;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Mirrors of a registry, or of a part of it.
 *
 * <p>CRD field: ImageDigestMirrorSet {@code spec.imageDigestMirrors[]}.
 */
@Value.Immutable
@HcpModel
public interface ImageDigestMirrors extends Model {
    /** Whether the registry itself is asked when no mirror has an image; AllowContactingSource by default. */
    @Nullable
    MirrorSourcePolicy getMirrorSourcePolicy();

    /** The mirrors, in the order in which they are asked. */
    @Items(
            pattern =
                    "^((?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])(?:(?:\\.(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9]))+)?(?::[0-9]+)?)(?:(?:/[a-z0-9]+(?:(?:(?:[._]|__|[-]*)[a-z0-9]+)+)?)+)?$")
    @ListType("set")
    List<String> getMirrors();

    /** What they are mirrors of: a registry, with a path or a leading {@code *.} if need be. */
    @Required
    @Pattern(
            "^\\*(?:\\.(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9]))+$|^((?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])(?:(?:\\.(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9]))+)?(?::[0-9]+)?)(?:(?:/[a-z0-9]+(?:(?:(?:[._]|__|[-]*)[a-z0-9]+)+)?)+)?$")
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

    /** Builds {@link ImageDigestMirrors}. Not thread-safe. */
    final class Builder extends ImmutableImageDigestMirrors.Builder {
        Builder() {}
    }
}
