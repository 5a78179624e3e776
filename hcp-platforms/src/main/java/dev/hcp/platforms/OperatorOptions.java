package dev.hcp.platforms;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How the HyperShift operator of a management cluster was installed.
 *
 * @param namespace namespace it runs in
 * @param image its image, which control planes use where their release brings no operator
 * @param metricsSet which metrics of control planes are collected
 * @param registryOverrides registries that images are pulled from in place of others, by the one they replace
 * @param features what it was told to do besides
 */
public record OperatorOptions(
        String namespace,
        String image,
        MetricsSet metricsSet,
        Map<String, String> registryOverrides,
        Set<OperatorFeature> features) {
    /** An operator with default flags in namespace {@code hypershift}. */
    public static final OperatorOptions DEFAULTS = new OperatorOptions(
            "hypershift", "quay.io/hypershift/hypershift-operator:4.17", MetricsSet.TELEMETRY, Map.of(), Set.of());

    public OperatorOptions {
        registryOverrides = Collections.unmodifiableMap(new TreeMap<>(registryOverrides));
        features = Set.copyOf(features);
    }

    /** Whether it was told to do that. */
    public boolean has(OperatorFeature feature) {
        return features.contains(feature);
    }

    /** The same of another image. */
    public OperatorOptions withImage(String value) {
        return new OperatorOptions(namespace, value, metricsSet, registryOverrides, features);
    }

    /** The same with other metrics. */
    public OperatorOptions withMetricsSet(MetricsSet value) {
        return new OperatorOptions(namespace, image, value, registryOverrides, features);
    }

    /** The same with images from other registries. */
    public OperatorOptions withRegistryOverrides(Map<String, String> value) {
        return new OperatorOptions(namespace, image, metricsSet, value, features);
    }

    /** The same with a further feature. */
    public OperatorOptions with(OperatorFeature feature) {
        EnumSet<OperatorFeature> more = EnumSet.of(feature);
        more.addAll(features);
        return new OperatorOptions(namespace, image, metricsSet, registryOverrides, more);
    }
}
