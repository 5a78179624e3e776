package dev.hcp.reconcilers.nodepool;

import dev.hcp.api.capi.MachineSet;
import dev.hcp.api.capi.MachineSetSpec;
import dev.hcp.api.capi.MachineSpec;
import dev.hcp.api.capi.MachineTemplateSpec;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Annotations;
import dev.hcp.api.names.Hashes;
import dev.hcp.api.names.Naming;
import dev.hcp.platforms.MachineTemplate;
import dev.hcp.reconcilers.ObjectKey;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectReference;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A pool's machine template object. Its name has the hash of its content, so a changed template is another object, and
 * the one in use stays as it is while machines roll.
 */
record TemplateObject(Class<? extends HasMetadata> type, String namespace, String name, JsonObject spec) {
    private static final int MAXIMUM_NAME = 253;

    static TemplateObject of(PoolState state, Class<? extends HasMetadata> type, MachineTemplate template) {
        String hash = Hashes.simple(template.canonicalText().getBytes(StandardCharsets.UTF_8));
        return new TemplateObject(
                type,
                state.controlPlaneNamespace,
                Naming.shortName(state.key.name(), hash, MAXIMUM_NAME),
                template.spec());
    }

    JsonObject reference() {
        return JsonObject.of(
                "apiVersion",
                HasMetadata.getApiVersion(type),
                "kind",
                HasMetadata.getKind(type),
                "name",
                name,
                "namespace",
                namespace);
    }

    void reconcile(PoolState state) {
        state.pass.apply(
                type,
                JsonObject.of(
                        "apiVersion", HasMetadata.getApiVersion(type),
                        "kind", HasMetadata.getKind(type),
                        "metadata",
                                JsonObject.of(
                                        "name",
                                        name,
                                        "namespace",
                                        namespace,
                                        "annotations",
                                        JsonObject.of(Annotations.NODE_POOL, state.key.toString())),
                        "spec", spec));
    }

    /** Deletes the pool's templates, but this one and those that a machine set still refers to. */
    void deleteOthers(PoolState state) {
        Set<String> inUse = new HashSet<>();
        for (MachineSet set : state.pass.list(MachineSet.class, namespace)) {
            if (belongs(set, state) && set.getSpec() != null) {
                inUse.add(templateName(set.getSpec()));
            }
        }
        if (inUse.isEmpty()) {
            // Cluster API has not acted upon the deployment yet.
            return;
        }
        inUse.add(name);
        for (HasMetadata template : state.pass.list(type, namespace)) {
            if (belongs(template, state)
                    && !inUse.contains(template.getMetadata().getName())) {
                state.pass.delete(type, ObjectKey.of(template));
            }
        }
    }

    private static String templateName(MachineSetSpec set) {
        MachineTemplateSpec template = set.getTemplate();
        MachineSpec machine = template == null ? null : template.getSpec();
        ObjectReference reference = machine == null ? null : machine.getInfrastructureRef();
        return reference == null ? "" : reference.getName();
    }

    private static boolean belongs(HasMetadata object, PoolState state) {
        Map<String, String> annotations = object.getMetadata().getAnnotations();
        return annotations != null && state.key.toString().equals(annotations.get(Annotations.NODE_POOL));
    }
}
