package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.catalogue.Resource.Trait.LOCKED_UPDATE;
import static dev.hcp.simulator.apiserver.catalogue.Resource.Trait.STATUS_KEEPS_METADATA;
import static dev.hcp.simulator.apiserver.kinds.BuiltInKinds.kind;

import dev.hcp.simulator.apiserver.catalogue.Resource;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.MutatingWebhookConfiguration;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicy;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicyBinding;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhookConfiguration;
import java.util.List;

/** The kinds that say what a server asks before it admits an object. They are kept, not carried out. */
final class AdmissionKinds {
    private static final String GROUP = "admissionregistration.k8s.io";
    private static final List<String> CATEGORIES = List.of("api-extensions");

    private AdmissionKinds() {}

    static List<Resource> all() {
        return List.of(
                kind(GROUP, "mutatingwebhookconfigurations", MutatingWebhookConfiguration.class)
                        .categories(CATEGORIES)
                        .clusterScoped()
                        .generation()
                        .strategy(new WebhookStrategy(true))
                        .traits(LOCKED_UPDATE)
                        .build(),
                kind(GROUP, "validatingwebhookconfigurations", ValidatingWebhookConfiguration.class)
                        .categories(CATEGORIES)
                        .clusterScoped()
                        .generation()
                        .strategy(new WebhookStrategy(false))
                        .traits(LOCKED_UPDATE)
                        .build(),
                kind(GROUP, "validatingadmissionpolicies", ValidatingAdmissionPolicy.class)
                        .categories(CATEGORIES)
                        .singular("validatingadmissionpolicy")
                        .clusterScoped()
                        .status()
                        .generation()
                        .strategy(new AdmissionPolicyStrategies.ForPolicy())
                        .traits(LOCKED_UPDATE, STATUS_KEEPS_METADATA)
                        .build(),
                kind(GROUP, "validatingadmissionpolicybindings", ValidatingAdmissionPolicyBinding.class)
                        .categories(CATEGORIES)
                        .clusterScoped()
                        .generation()
                        .strategy(new AdmissionPolicyStrategies.ForBinding())
                        .traits(LOCKED_UPDATE)
                        .build());
    }
}
