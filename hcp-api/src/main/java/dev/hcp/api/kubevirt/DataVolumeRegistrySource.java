package dev.hcp.api.kubevirt;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * DataVolumeRegistrySource.
 *
 * <p>CRD field: DataVolume {@code spec.source.registry}.
 */
@Value.Immutable
@HcpModel
public interface DataVolumeRegistrySource extends Model {
    /** {@code certConfigMap}. */
    @Nullable
    String getCertConfigMap();

    /** {@code imageStream}. */
    @Nullable
    String getImageStream();

    /** {@code pullMethod}. */
    @Nullable
    String getPullMethod();

    /** {@code secretRef}. */
    @Nullable
    String getSecretRef();

    /** {@code url}. */
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
