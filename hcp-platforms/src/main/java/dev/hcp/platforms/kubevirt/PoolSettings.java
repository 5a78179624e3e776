package dev.hcp.platforms.kubevirt;

import dev.hcp.api.hypershift.NodePool;
import dev.hcp.api.hypershift.NodePoolPlatform;
import dev.hcp.api.hypershift.NodePoolPlatformStatus;
import dev.hcp.api.hypershift.NodePoolSpec;
import dev.hcp.api.hypershift.kubevirt.KubevirtNodePoolPlatform;
import dev.hcp.api.hypershift.kubevirt.KubevirtNodePoolStatus;
import dev.hcp.api.hypershift.kubevirt.KubevirtPersistentVolume;
import dev.hcp.api.hypershift.kubevirt.KubevirtRootVolume;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Annotations;
import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code spec.platform.kubevirt} of a pool. */
final class PoolSettings {
    private static final String[] BINARY = {"", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"};
    private static final String[] DECIMAL = {"", "k", "M", "G", "T", "P", "E"};

    private PoolSettings() {}

    /** The settings, or null where the pool has none. */
    static @Nullable KubevirtNodePoolPlatform of(NodePool pool) {
        NodePoolSpec spec = pool.getSpec();
        NodePoolPlatform platform = spec == null ? null : spec.getPlatform();
        return platform == null ? null : platform.getKubevirt();
    }

    /** The root volume, or null where the pool has none. */
    static @Nullable KubevirtRootVolume rootVolume(NodePool pool) {
        KubevirtNodePoolPlatform settings = of(pool);
        return settings == null ? null : settings.getRootVolume();
    }

    /** The platform's part of the pool's status, or null before there is one. */
    static @Nullable KubevirtNodePoolStatus status(NodePool pool) {
        NodePoolPlatformStatus platform =
                pool.getStatus() == null ? null : pool.getStatus().getPlatform();
        return platform == null ? null : platform.getKubeVirt();
    }

    /** Whether an annotation allows to boot what is not made for KubeVirt. */
    static boolean allowsUnsupportedVariants(NodePool pool) {
        Map<String, String> annotations = pool.getMetadata().getAnnotations();
        return annotations != null
                && "true".equalsIgnoreCase(annotations.get(Annotations.ALLOW_UNSUPPORTED_KUBEVIRT_RHCOS_VARIANTS));
    }

    /**
     * The {@code storage} of a DataVolume for a root volume.
     *
     * @param withVolumeMode whether the volume mode that the pool asks for counts
     */
    static JsonObject storage(KubevirtRootVolume volume, boolean withVolumeMode) {
        KubevirtPersistentVolume persistent = volume.getPersistent();
        JsonObject.Builder storage = JsonObject.builder(4);
        JsonObject resources = JsonObject.EMPTY;
        if (persistent != null) {
            if (!persistent.getAccessModes().isEmpty()) {
                storage.put(
                        "accessModes",
                        persistent.getAccessModes().stream()
                                .map(mode -> mode.value())
                                .toList());
            }
            Quantity size = persistent.getSize();
            if (size != null) {
                resources = JsonObject.of("requests", JsonObject.of("storage", text(size)));
            }
            storage.putIfPresent("storageClassName", persistent.getStorageClass());
            if (withVolumeMode && persistent.getVolumeMode() != null) {
                storage.put("volumeMode", persistent.getVolumeMode().value());
            }
        }
        return storage.put("resources", resources).build();
    }

    /** A quantity in its canonical form, as Go writes it: 8192Mi is 8Gi. */
    static String text(Quantity quantity) {
        BigDecimal amount = quantity.getNumericalAmount();
        if (amount.signum() <= 0 || amount.stripTrailingZeros().scale() > 0) {
            return quantity.toString();
        }
        boolean binary = quantity.getFormat() != null && quantity.getFormat().endsWith("i");
        BigInteger step = BigInteger.valueOf(binary ? 1024 : 1000);
        BigInteger value = amount.toBigIntegerExact();
        int suffix = 0;
        while (suffix < 6 && value.mod(step).signum() == 0) {
            value = value.divide(step);
            suffix++;
        }
        return value + (binary ? BINARY : DECIMAL)[suffix];
    }
}
