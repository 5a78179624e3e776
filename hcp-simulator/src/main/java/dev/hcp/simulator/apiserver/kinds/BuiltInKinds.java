package dev.hcp.simulator.apiserver.kinds;

import dev.hcp.simulator.apiserver.catalogue.Catalogue;
import dev.hcp.simulator.apiserver.catalogue.Resource;
import dev.hcp.simulator.apiserver.catalogue.ScalePaths;
import java.util.List;
import java.util.stream.Stream;

/** The kinds that the server is built with: a table for each group or few. */
public final class BuiltInKinds {
    static final ScalePaths REPLICAS = new ScalePaths(".spec.replicas", ".status.replicas", ".spec.selector");

    private static final Catalogue CATALOGUE = Catalogue.of(Stream.of(
                    CoreKinds.all(),
                    AppsKinds.all(),
                    BatchKinds.all(),
                    ReviewKinds.all(),
                    RbacKinds.all(),
                    PolicyKinds.all(),
                    CoordinationKinds.all(),
                    NetworkingKinds.all(),
                    SchedulingKinds.all(),
                    StorageKinds.all(),
                    NodeKinds.all(),
                    CertificateKinds.all(),
                    AutoscalingKinds.all(),
                    EventKinds.all(),
                    FlowControlKinds.all(),
                    AdmissionKinds.all(),
                    ExtensionKinds.all())
            .flatMap(List::stream)
            .toList());

    private BuiltInKinds() {}

    /** The catalogue of all of them; one per JVM. */
    public static Catalogue catalogue() {
        return CATALOGUE;
    }

    /** Begins a kind of version v1 that is named as its model and has the model's schema. */
    static Resource.Builder kind(String group, String plural, Class<?> model, String... shortNames) {
        return Resource.builder(group, "v1", model.getSimpleName(), plural)
                .shortNames(List.of(shortNames))
                .schema(() -> ModelSchemas.of(model));
    }
}
