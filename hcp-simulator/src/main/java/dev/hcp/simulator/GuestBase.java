package dev.hcp.simulator;

import dev.hcp.api.crd.Crds;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.openshift.ClusterOperator;
import dev.hcp.api.openshift.ClusterVersion;
import dev.hcp.api.openshift.ImageDigestMirrorSet;
import dev.hcp.api.openshift.Route;
import dev.hcp.reconcilers.Intent;
import dev.hcp.reconcilers.hostedconfig.ConfigKinds;
import dev.hcp.reconcilers.hostedconfig.HostedClusterConfigReconciler;
import dev.hcp.reconcilers.hostedconfig.OperatorKinds;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespaced;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is in every hosted cluster from its first moment: all of them share it until they change it. */
final class GuestBase {
    /** Namespaces of the release's payload. */
    private static final List<String> NAMESPACES = List.of(
            "openshift",
            "openshift-cluster-csi-drivers",
            "openshift-cluster-node-tuning-operator",
            "openshift-cluster-version",
            "openshift-config",
            "openshift-config-managed",
            "openshift-image-registry",
            "openshift-infra",
            "openshift-ingress-operator",
            "openshift-marketplace",
            "openshift-monitoring");

    /** Without it no kind of a {@code k8s.io} group is let in. */
    private static final JsonObject APPROVED = JsonObject.of(
            "api-approved.kubernetes.io", "https://github.com/kubernetes-csi/external-snapshotter/pull/814");

    private GuestBase() {}

    /** The custom kinds of a hosted cluster. */
    static List<JsonObject> definitions() {
        List<JsonObject> definitions = new ArrayList<>(List.of(
                Crds.of(ClusterVersion.class),
                Crds.of(ClusterOperator.class),
                Crds.of(Route.class),
                Crds.of(ImageDigestMirrorSet.class)));
        ConfigKinds.ALL.forEach(kind -> definitions.add(definition(kind)));
        OperatorKinds.ALL.forEach(kind -> definitions.add(definition(kind)));
        return definitions;
    }

    /** Creates the objects that the payload brings, and those that the config operator makes in every cluster. */
    static void create(Objects objects) {
        ResourceType namespaces = objects.resource("v1", "Namespace");
        for (String name : NAMESPACES) {
            JsonObject namespace =
                    JsonObject.of("apiVersion", "v1", "kind", "Namespace", "metadata", JsonObject.of("name", name));
            objects.create(namespaces, namespace, "cluster-version-operator");
        }
        for (Intent.Apply constant : HostedClusterConfigReconciler.constants()) {
            ResourceType type =
                    objects.resource(HasMetadata.getApiVersion(constant.type()), HasMetadata.getKind(constant.type()));
            objects.apply(type, null, constant.tree(), true, HostedClusterConfigReconciler.NAME);
        }
    }

    /** The definition of a kind of which only the outlines are known. */
    static JsonObject definition(Class<? extends HasMetadata> kind) {
        String name = HasMetadata.getKind(kind);
        JsonObject names = JsonObject.of(
                "kind",
                name,
                "listKind",
                name + "List",
                "plural",
                HasMetadata.getPlural(kind),
                "singular",
                name.toLowerCase(Locale.ROOT));
        JsonObject version = JsonObject.of(
                "name",
                HasMetadata.getVersion(kind),
                "schema",
                JsonObject.of("openAPIV3Schema", schema(kind)),
                "served",
                true,
                "storage",
                true,
                "subresources",
                JsonObject.of("status", JsonObject.EMPTY));
        return JsonObject.of(
                "apiVersion",
                "apiextensions.k8s.io/v1",
                "kind",
                "CustomResourceDefinition",
                "metadata",
                JsonObject.of("annotations", APPROVED, "name", HasMetadata.getFullResourceName(kind)),
                "spec",
                JsonObject.of(
                        "group",
                        HasMetadata.getGroup(kind),
                        "names",
                        names,
                        "scope",
                        Namespaced.class.isAssignableFrom(kind) ? "Namespaced" : "Cluster",
                        "versions",
                        JsonArray.of(version)));
    }

    /** Any content, but what cannot be taken back. */
    private static JsonObject schema(Class<?> kind) {
        JsonObject anything = JsonObject.of("type", "object", "x-kubernetes-preserve-unknown-fields", true);
        JsonObject spec = kind == ConfigKinds.FeatureGate.class ? featureGates(anything) : anything;
        return anything.with("properties", JsonObject.of("spec", spec, "status", anything));
    }

    /** A feature set that rules out upgrades is for good. */
    private static JsonObject featureGates(JsonObject anything) {
        List<Object> rules = new ArrayList<>();
        for (String set : List.of("CustomNoUpgrade", "TechPreviewNoUpgrade", "DevPreviewNoUpgrade")) {
            rules.add(JsonObject.of(
                    "message",
                    set + " may not be changed",
                    "rule",
                    "oldSelf == '" + set + "' ? self == '" + set + "' : true"));
        }
        JsonObject featureSet = JsonObject.of("type", "string", "x-kubernetes-validations", JsonArray.copyOf(rules));
        return anything.with("properties", JsonObject.of("featureSet", featureSet))
                .with(
                        "x-kubernetes-validations",
                        Json.parse("[{\"message\": \".spec.featureSet cannot be removed\","
                                + " \"rule\": \"has(oldSelf.featureSet) ? has(self.featureSet) : true\"}]"));
    }
}
