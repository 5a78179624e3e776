package dev.hcp.simulator.apiserver.kinds;

import dev.hcp.simulator.apiserver.catalogue.Resource;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import java.util.List;

/** The kinds of the autoscaling group: one, in two versions over the same objects. */
final class AutoscalingKinds {
    private AutoscalingKinds() {}

    static List<Resource> all() {
        return List.of(
                autoscaler("v1", io.fabric8.kubernetes.api.model.autoscaling.v1.HorizontalPodAutoscaler.class)
                        .storageVersion("v2")
                        .conversion(new AutoscalerConversion())
                        .strategy(new AutoscalerStrategies.ForVersion1())
                        .build(),
                autoscaler("v2", HorizontalPodAutoscaler.class)
                        .strategy(new AutoscalerStrategies.ForVersion2())
                        .build());
    }

    private static Resource.Builder autoscaler(String version, Class<?> model) {
        return Resource.builder("autoscaling", version, "HorizontalPodAutoscaler", "horizontalpodautoscalers")
                .shortNames(List.of("hpa"))
                .categories(List.of("all"))
                .schema(() -> ModelSchemas.of(model))
                .status();
    }
}
