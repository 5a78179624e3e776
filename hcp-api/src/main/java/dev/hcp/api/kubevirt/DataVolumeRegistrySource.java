package dev.hcp.api.kubevirt;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A disk image in a container image.
 *
 * <p>CRD field: DataVolume {@code spec.source.registry}.
 */
@Value.Immutable
@HcpModel
public interface DataVolumeRegistrySource extends Model {
    /** ConfigMap with the certificates of the registry. */
    @Nullable
    String getCertConfigMap();

    /** An image stream, instead of a URL. */
    @Nullable
    String getImageStream();

    /** {@code pod}, or {@code node} to pull as nodes do. */
    @Nullable
    String getPullMethod();

    /** Secret with the credentials of the registry. */
    @Nullable
    String getSecretRef();

    /** The image, as {@code docker://...}. */
    @Nullable
    String getUrl();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link DataVolumeRegistrySource}. Not thread-safe. */
    final class Builder extends ImmutableDataVolumeRegistrySource.Builder {
        Builder() {}
    }
}
