package dev.hcp.api.hypershift.kubevirt;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Default;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Size;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A persistent root disk.
 *
 * <p>CRD field: NodePool {@code spec.platform.kubevirt.rootVolume.persistent}.
 */
@Value.Immutable
@HcpModel
public interface KubevirtPersistentVolume extends Model {
    /** How the volume may be mounted. */
    @Size(max = 10, since = Edition.LATEST)
    List<PersistentVolumeAccessMode> getAccessModes();

    /** The size; 32Gi by default. */
    @Default("\"32Gi\"")
    @Nullable
    Quantity getSize();

    /** The storage class; the default one when absent. */
    @Size(max = 255, since = Edition.LATEST)
    @Nullable
    String getStorageClass();

    /** A file system or a block device. */
    @Nullable
    PersistentVolumeMode getVolumeMode();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link KubevirtPersistentVolume}. Not thread-safe. */
    final class Builder extends ImmutableKubevirtPersistentVolume.Builder {
        Builder() {}
    }
}
