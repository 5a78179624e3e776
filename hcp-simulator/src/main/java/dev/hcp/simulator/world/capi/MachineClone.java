package dev.hcp.simulator.world.capi;

import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.ResourceType;
import dev.hcp.simulator.world.Meta;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A machine in the making, with the infrastructure object cloned for it. Both have the machine's name. */
final class MachineClone {
    private static final String TEMPLATE = "Template";

    private final CapiObjects capi;
    private final JsonObject set;
    private final String name;
    private final String namespace;

    MachineClone(CapiObjects capi, JsonObject set, String name) {
        this.capi = capi;
        this.set = set;
        this.name = name;
        this.namespace = Meta.namespace(set);
    }

    /** Creates both; empty when the infrastructure template is not there. */
    Optional<JsonObject> create() {
        JsonObject template = set.object("spec", "template");
        JsonObject reference = template.object("spec", "infrastructureRef");
        String templateKind = String.valueOf(reference.text("kind"));
        String kind = templateKind.endsWith(TEMPLATE)
                ? templateKind.substring(0, templateKind.length() - TEMPLATE.length())
                : templateKind;
        String apiVersion = reference.text("apiVersion");
        Optional<CapiObjects.Referenced> source = capi.referenced(reference, namespace);
        Optional<ResourceType> type = capi.resource(apiVersion, kind);
        if (source.isEmpty() || type.isEmpty()) {
            return Optional.empty();
        }
        String cluster = String.valueOf(set.text("spec", "clusterName"));
        JsonObject labels = template.object("metadata", "labels")
                .with(CapiObjects.CLUSTER_NAME, cluster)
                .with(CapiObjects.SET_NAME, Meta.name(set));
        JsonObject annotations = template.object("metadata", "annotations");
        capi.create(type.get(), infrastructure(source.get().object(), apiVersion, kind, labels, annotations));
        JsonObject spec = template.object("spec")
                .with("clusterName", cluster)
                .with(
                        "infrastructureRef",
                        JsonObject.of("apiVersion", apiVersion, "kind", kind, "name", name, "namespace", namespace));
        return Optional.of(capi.create(
                capi.machines,
                JsonObject.of(
                        "apiVersion",
                        set.text("apiVersion"),
                        "kind",
                        "Machine",
                        "metadata",
                        JsonObject.of(
                                "name",
                                name,
                                "namespace",
                                namespace,
                                "labels",
                                labels,
                                "annotations",
                                annotations,
                                "ownerReferences",
                                List.of(Meta.controllerReference(set))),
                        "spec",
                        spec)));
    }

    private JsonObject infrastructure(
            JsonObject source, @Nullable String apiVersion, String kind, JsonObject labels, JsonObject annotations) {
        JsonObject content = source.object("spec", "template");
        JsonObject.Builder allLabels = content.object("metadata", "labels").toBuilder();
        labels.forEach(allLabels::put);
        JsonObject.Builder allAnnotations = content.object("metadata", "annotations").toBuilder();
        annotations.forEach(allAnnotations::put);
        allAnnotations.put("cluster.x-k8s.io/cloned-from-name", Meta.name(source));
        allAnnotations.put("cluster.x-k8s.io/cloned-from-groupkind", source.text("kind") + "." + group(source));
        JsonObject owner = JsonObject.of(
                "apiVersion",
                set.text("apiVersion"),
                "kind",
                "MachineSet",
                "name",
                Meta.name(set),
                "uid",
                Meta.uid(set));
        return JsonObject.of(
                "apiVersion",
                apiVersion,
                "kind",
                kind,
                "metadata",
                JsonObject.of(
                        "name",
                        name,
                        "namespace",
                        namespace,
                        "labels",
                        allLabels.build(),
                        "annotations",
                        allAnnotations.build(),
                        "ownerReferences",
                        List.of(owner)),
                "spec",
                content.object("spec"));
    }

    private static String group(JsonObject object) {
        String apiVersion = String.valueOf(object.text("apiVersion"));
        int slash = apiVersion.indexOf('/');
        return slash < 0 ? "" : apiVersion.substring(0, slash);
    }
}
