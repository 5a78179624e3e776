package dev.hcp.simulator.world.capi;

import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.ResourceType;
import dev.hcp.simulator.world.Meta;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A machine in the making, with the infrastructure object cloned for it. Both have the machine's name. */
final class MachineClone {
    private static final String TEMPLATE = "Template";
    private static final String MANAGER = "capi-machineset";
    /** Fields of a machine's specification that may change without another machine. */
    private static final List<String> IN_PLACE =
            List.of("nodeDrainTimeout", "nodeVolumeDetachTimeout", "nodeDeletionTimeout");

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
        JsonObject labels = labels();
        JsonObject annotations = template.object("metadata", "annotations");
        capi.create(type.get(), infrastructure(source.get().object(), apiVersion, kind, labels, annotations));
        return Optional.of(capi.apply(capi.machines, machine(apiVersion, kind), MANAGER));
    }

    /** Brings a machine that exists in line with what may change of the set's template. */
    JsonObject renew(JsonObject machine) {
        JsonObject spec = set.object("spec", "template", "spec");
        boolean same = Meta.labelled(machine, labels())
                && machine.object("metadata", "annotations")
                        .entrySet()
                        .containsAll(set.object("spec", "template", "metadata", "annotations")
                                .entrySet())
                && IN_PLACE.stream().allMatch(field -> Objects.equals(spec.get(field), machine.at("spec", field)))
                && ownedLabels(machine).size() == labels().size();
        if (same) {
            return machine;
        }
        JsonObject reference = machine.object("spec", "infrastructureRef");
        JsonObject wanted = machine(reference.text("apiVersion"), String.valueOf(reference.text("kind")));
        JsonObject mine = wanted.with("spec", keepButInPlace(machine.object("spec"), wanted.object("spec")));
        return capi.apply(capi.machines, mine, MANAGER);
    }

    /** A machine keeps what it was made with, but for the fields that may change, and what others gave it. */
    private static JsonObject keepButInPlace(JsonObject spec, JsonObject wanted) {
        JsonObject kept = spec.without("providerID").without("failureDomain");
        for (String field : IN_PLACE) {
            Object value = wanted.get(field);
            kept = value == null ? kept.without(field) : kept.with(field, value);
        }
        return kept;
    }

    /** The labels that came from the set, by what the API server knows of their owners. */
    private static JsonObject ownedLabels(JsonObject machine) {
        for (Object item : machine.array("metadata", "managedFields")) {
            if (item instanceof JsonObject entry && MANAGER.equals(entry.text("manager"))) {
                return entry.object("fieldsV1", "f:metadata", "f:labels");
            }
        }
        return JsonObject.EMPTY;
    }

    private String cluster() {
        return String.valueOf(set.text("spec", "clusterName"));
    }

    private JsonObject labels() {
        return set.object("spec", "template", "metadata", "labels")
                .with(CapiObjects.CLUSTER_NAME, cluster())
                .with(CapiObjects.SET_NAME, Meta.name(set));
    }

    private JsonObject machine(@Nullable String apiVersion, String kind) {
        JsonObject template = set.object("spec", "template");
        JsonObject reference =
                JsonObject.of("apiVersion", apiVersion, "kind", kind, "name", name, "namespace", namespace);
        return JsonObject.of(
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
                        labels(),
                        "annotations",
                        template.object("metadata", "annotations"),
                        "ownerReferences",
                        List.of(Meta.controllerReference(set))),
                "spec",
                template.object("spec").with("clusterName", cluster()).with("infrastructureRef", reference));
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
