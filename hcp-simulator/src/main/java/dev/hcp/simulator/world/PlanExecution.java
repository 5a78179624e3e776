package dev.hcp.simulator.world;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.Intent;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.simulator.apiserver.ApiException;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Carries out the intents of plans, in order. The first that the API server refuses ends the rest with its exception; what
 * a hosted API server refuses is told when the rest is done.
 */
final class PlanExecution {
    private final Objects objects;
    private final TypedObjects typed;
    private final EventRecorder events;
    private final HostedViews hosted;

    /**
     * @param hosted for what is wanted in hosted clusters
     */
    PlanExecution(Objects objects, TypedObjects typed, EventRecorder events, HostedViews hosted) {
        this.objects = objects;
        this.typed = typed;
        this.events = events;
        this.hosted = hosted;
    }

    void execute(List<Intent> intents, String manager) {
        @Nullable ApiException refused = null;
        for (Intent intent : intents) {
            if (intent instanceof Intent.Hosted inside) {
                try {
                    hosted.existing(inside.controlPlaneNamespace())
                            .execution()
                            .execute(List.of(inside.intent()), manager);
                } catch (ApiException e) {
                    refused = refused == null ? e : refused;
                }
            } else {
                execute(intent, typed.resource(intent.type()), intent.key(), manager);
            }
        }
        if (refused != null) {
            throw refused;
        }
    }

    private void execute(Intent intent, ResourceType type, ObjectKey key, String manager) {
        if (intent instanceof Intent.Apply apply) {
            objects.apply(type, null, apply.tree(), true, manager);
        } else if (intent instanceof Intent.Replace replace) {
            objects.update(type, null, replace.tree(), manager);
        } else if (intent instanceof Intent.CreateIfAbsent create) {
            unlessRefusedWith("AlreadyExists", () -> objects.create(type, create.tree(), manager));
        } else if (intent instanceof Intent.MergePatch patch) {
            objects.mergePatch(
                    type, key.namespace(), key.name(), patch.status() ? "status" : null, patch.patch(), manager);
        } else if (intent instanceof Intent.AddFinalizer add) {
            finalizer(type, key, add.finalizer(), true, manager);
        } else if (intent instanceof Intent.RemoveFinalizer remove) {
            finalizer(type, key, remove.finalizer(), false, manager);
        } else if (intent instanceof Intent.Delete delete) {
            Objects.Deletion options =
                    new Objects.Deletion("Background", null, delete.uid().orElse(null), null);
            unlessRefusedWith("NotFound", () -> objects.delete(type, key.namespace(), key.name(), options));
        } else if (intent instanceof Intent.Evict) {
            unlessRefusedWith(
                    "TooManyRequests",
                    () -> unlessRefusedWith("NotFound", () -> objects.evict(key.namespace(), key.name())));
        } else if (intent instanceof Intent.Status status) {
            objects.update(type, "status", status.tree().withoutAt("metadata", "resourceVersion"), manager);
        } else if (intent instanceof Intent.Event event) {
            events.record(type, key, event.warning(), event.reason(), event.message(), manager);
        }
    }

    private void finalizer(ResourceType type, ObjectKey key, String finalizer, boolean wanted, String manager) {
        Optional<JsonObject> live = objects.get(type, key.namespace(), key.name());
        if (live.isEmpty()) {
            return;
        }
        List<@Nullable Object> finalizers = new ArrayList<>(live.get().array("metadata", "finalizers"));
        boolean changed =
                wanted ? !finalizers.contains(finalizer) && finalizers.add(finalizer) : finalizers.remove(finalizer);
        if (changed) {
            JsonObject patch = JsonObject.of("metadata", JsonObject.of("finalizers", JsonArray.copyOf(finalizers)));
            objects.mergePatch(type, key.namespace(), key.name(), null, patch, manager);
        }
    }

    private static void unlessRefusedWith(String reason, Runnable write) {
        try {
            write.run();
        } catch (ApiException e) {
            if (!e.reason().equals(reason)) {
                throw e;
            }
        }
    }
}
