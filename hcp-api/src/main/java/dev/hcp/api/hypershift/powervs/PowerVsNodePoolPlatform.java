package dev.hcp.api.hypershift.powervs;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Default;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Size;
import io.fabric8.kubernetes.api.model.IntOrString;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Nodes on IBM Power virtual machines.
 *
 * <p>CRD field: NodePool {@code spec.platform.powervs}.
 */
@Value.Immutable
@HcpModel
public interface PowerVsNodePoolPlatform extends Model {
    /** The image; that of the release by default. */
    @Nullable
    PowerVsResourceReference getImage();

    /** What becomes of the image when the pool goes; it is deleted by default. */
    @Default("\"delete\"")
    @Nullable
    PowerVsImageDeletePolicy getImageDeletePolicy();

    /** Gibibytes of memory; 32 by default. */
    @Default("32")
    @Nullable
    Integer getMemoryGiB();

    /** How processors are shared; {@code shared} by default. */
    @Default("\"shared\"")
    @Nullable
    PowerVsProcessorType getProcessorType();

    /** Virtual processors; a fraction such as {@code 0.5}, in text, is possible unless dedicated. */
    @Default("\"0.5\"")
    @Nullable
    IntOrString getProcessors();

    /** The tier of the storage; {@code tier1} by default. */
    @Default("\"tier1\"")
    @Nullable
    PowerVsStorageType getStorageType();

    /** The machine, such as {@code s922} or {@code e980}. */
    @Default("\"s922\"")
    @Size(max = 255, since = Edition.LATEST)
    @Nullable
    String getSystemType();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link PowerVsNodePoolPlatform}. Not thread-safe. */
    final class Builder extends ImmutablePowerVsNodePoolPlatform.Builder {
        Builder() {}

        /** Sets {@code image} from a builder. */
        public Builder image(UnaryOperator<PowerVsResourceReference.Builder> edit) {
            return image(edit.apply(PowerVsResourceReference.builder()).build());
        }
    }
}
