package dev.hcp.reconcilers.nodepool;

import dev.hcp.api.capi.MachineSet;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Annotations;
import dev.hcp.api.names.Hashes;
import dev.hcp.api.names.Naming;
import dev.hcp.platforms.MachineTemplate;
import dev.hcp.reconcilers.ObjectKey;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
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
        for (JsonObject set : state.pass.trees(MachineSet.class, namespace)) {
            if (belongs(set, state)) {
                inUse.add(String.valueOf(set.text("spec", "template", "spec", "infrastructureRef", "name")));
            }
        }
        if (inUse.isEmpty()) {
            // Cluster API has not acted upon the deployment yet.
            return;
        }
        inUse.add(name);
        for (JsonObject template : state.pass.trees(type, namespace)) {
            ObjectKey key = ObjectKey.of(template);
            if (belongs(template, state) && !inUse.contains(key.name())) {
                state.pass.delete(type, key);
            }
        }
    }

    private static boolean belongs(JsonObject object, PoolState state) {
        return state.key.toString().equals(object.text("metadata", "annotations", Annotations.NODE_POOL));
    }
}
