package dev.hcp.api.hypershift.kubevirt;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Default;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The root disk of virtual machines.
 *
 * <p>CRD field: NodePool {@code spec.platform.kubevirt.rootVolume}.
 */
@Value.Immutable
@HcpModel
public interface KubevirtRootVolume extends Model {
    /** Whether the boot image is cached. */
    @Nullable
    KubevirtCachingStrategy getCacheStrategy();

    /** The boot image, instead of the release's. */
    @Nullable
    KubevirtDiskImage getDiskImage();

    /** Details of a persistent root disk. */
    @Nullable
    KubevirtPersistentVolume getPersistent();

    /** Persistent by default. */
    @Default("\"Persistent\"")
    @Nullable
    KubevirtRootVolumeType getType();

    /** A persistent volume: sets both {@code type} and {@code persistent}. */
    static KubevirtRootVolume persistent(UnaryOperator<KubevirtPersistentVolume.Builder> edit) {
        return builder().persistent(edit).build();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link KubevirtRootVolume}. Not thread-safe. */
    final class Builder extends ImmutableKubevirtRootVolume.Builder {
        Builder() {}

        /** Sets {@code cacheStrategy} from a builder. */
        public Builder cacheStrategy(UnaryOperator<KubevirtCachingStrategy.Builder> edit) {
            return cacheStrategy(edit.apply(KubevirtCachingStrategy.builder()).build());
        }

        /** Sets {@code diskImage} from a builder. */
        public Builder diskImage(UnaryOperator<KubevirtDiskImage.Builder> edit) {
            return diskImage(edit.apply(KubevirtDiskImage.builder()).build());
        }

        /** Sets {@code type} and {@code persistent}, that from a builder. */
        public Builder persistent(UnaryOperator<KubevirtPersistentVolume.Builder> edit) {
            return type(KubevirtRootVolumeType.PERSISTENT)
                    .persistent(edit.apply(KubevirtPersistentVolume.builder()).build());
        }
    }
}
