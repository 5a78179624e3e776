package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.catalogue.Resource.Trait.LOCKED_UPDATE;
import static dev.hcp.simulator.apiserver.catalogue.Resource.Trait.STATUS_KEEPS_METADATA;
import static dev.hcp.simulator.apiserver.kinds.BuiltInKinds.kind;

import dev.hcp.api.validation.schema.NameRule;
import dev.hcp.simulator.apiserver.catalogue.Resource;
import dev.hcp.simulator.apiserver.definition.DefinitionStrategy;
import io.fabric8.kubernetes.api.model.APIService;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import java.util.List;

/** The kinds that extend a server. */
final class ExtensionKinds {
    private ExtensionKinds() {}

    static List<Resource> all() {
        return List.of(
                kind("apiextensions.k8s.io", "customresourcedefinitions", CustomResourceDefinition.class, "crd", "crds")
                        .categories(List.of("api-extensions"))
                        .clusterScoped()
                        .status()
                        .generation()
                        .strategy(new DefinitionStrategy())
                        .traits(LOCKED_UPDATE, STATUS_KEEPS_METADATA)
                        // The reference still writes its older form to disk.
                        .encodedAs("v1beta1")
                        .build(),
                kind("apiregistration.k8s.io", "apiservices", APIService.class)
                        .categories(List.of("api-extensions"))
                        .clusterScoped()
                        .status()
                        .nameRule(NameRule.PATH_SEGMENT)
                        .strategy(new ApiServiceStrategy())
                        .traits(LOCKED_UPDATE)
                        .build());
    }
}
