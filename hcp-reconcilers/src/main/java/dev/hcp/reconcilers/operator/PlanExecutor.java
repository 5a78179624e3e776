package dev.hcp.reconcilers.operator;

import dev.hcp.api.HcpException;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.platforms.World;
import dev.hcp.reconcilers.Intent;
import dev.hcp.reconcilers.ObjectKey;
import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.MixedOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.net.HttpURLConnection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Carries out the intents of one plan on a server, in order. The first that is refused ends the rest.
 *
 * <p>A status replaces what the pass saw and nothing else: when somebody wrote the object in between, the write is
 * refused and the pass is made again on what is there then.
 */
final class PlanExecutor {
    private final KubernetesClient client;
    private final ClusterCache cache;
    private final ClusterEvents events;
    private final World seen;
    private final HostedConnections connections;
    private final String manager;
    private final Map<String, PlanExecutor> hosted = new HashMap<>();
    /** The answers to this plan's own writes. */
    private final Map<List<Object>, JsonObject> answers = new HashMap<>();
    /** Answers to those of them that were about the status: from then on the status is as this plan knows it. */
    private final Map<List<Object>, JsonObject> statuses = new HashMap<>();

    /**
     * @param seen the world that the plan was made from
     */
    PlanExecutor(
            KubernetesClient client,
            ClusterCache cache,
            ClusterEvents events,
            World seen,
            HostedConnections connections,
            String manager) {
        this.client = client;
        this.cache = cache;
        this.events = events;
        this.seen = seen;
        this.connections = connections;
        this.manager = manager;
    }

    void execute(List<Intent> intents) {
        RefusedIntentException refusedInside = null;
        for (Intent intent : intents) {
            try {
                execute(intent);
            } catch (KubernetesClientException e) {
                throw new RefusedIntentException(intent, e);
            } catch (RefusedInsideException e) {
                refusedInside = refusedInside == null ? e.refusal() : refusedInside;
            }
        }
        if (refusedInside != null) {
            throw refusedInside;
        }
    }

    private void execute(Intent.Hosted inside) {
        try {
            hosted.computeIfAbsent(inside.controlPlaneNamespace(), this::inside).execute(List.of(inside.intent()));
        } catch (RefusedIntentException e) {
            throw new RefusedInsideException(e);
        }
    }

    private PlanExecutor inside(String controlPlaneNamespace) {
        HostedConnections.Connection connection = connections
                .of(controlPlaneNamespace)
                .orElseThrow(() -> new HcpException("the hosted cluster of " + controlPlaneNamespace
                        + " has ceased to answer; the pass will be made again"));
        World insideSeen = seen.hosted(controlPlaneNamespace).orElseThrow();
        return new PlanExecutor(
                connection.client(), connection.cache(), connection.events(), insideSeen, connections, manager);
    }

    /** A refusal by a hosted cluster, which does not hold back the rest of the plan. */
    private static final class RefusedInsideException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final RefusedIntentException refusal;

        RefusedInsideException(RefusedIntentException refusal) {
            super(refusal);
            this.refusal = refusal;
        }

        RefusedIntentException refusal() {
            return refusal;
        }
    }

    private void execute(Intent intent) {
        if (intent instanceof Intent.Hosted inside) {
            execute(inside);
        } else if (intent instanceof Intent.Apply apply) {
            wrote(
                    intent,
                    resource(intent, apply.tree())
                            .fieldManager(manager)
                            .forceConflicts()
                            .serverSideApply());
        } else if (intent instanceof Intent.Replace replace) {
            wrote(intent, resource(intent, replace.tree()).update());
        } else if (intent instanceof Intent.CreateIfAbsent create) {
            create(intent, create.tree());
        } else if (intent instanceof Intent.MergePatch patch) {
            patch(intent, patch.status(), patch.patch());
        } else if (intent instanceof Intent.AddFinalizer add) {
            finalizer(intent, add.finalizer(), true);
        } else if (intent instanceof Intent.RemoveFinalizer remove) {
            finalizer(intent, remove.finalizer(), false);
        } else if (intent instanceof Intent.Delete delete) {
            delete(intent, delete.uid());
        } else if (intent instanceof Intent.Evict) {
            evict(intent);
        } else if (intent instanceof Intent.Status status) {
            status(intent, status.tree());
        } else if (intent instanceof Intent.Event event) {
            shown(intent)
                    .ifPresent(
                            about -> events.record(about, event.warning(), event.reason(), event.message(), manager));
        }
    }

    private void create(Intent intent, JsonObject tree) {
        try {
            wrote(intent, resource(intent, tree).create());
        } catch (KubernetesClientException e) {
            // It is there, which is all that was wanted; the cache will learn of it.
            if (e.getCode() != HttpURLConnection.HTTP_CONFLICT) {
                throw e;
            }
        }
    }

    private void patch(Intent intent, boolean status, JsonObject patch) {
        PatchContext context = new PatchContext.Builder()
                .withPatchType(PatchType.JSON_MERGE)
                .withFieldManager(manager)
                .build();
        Resource<GenericKubernetesResource> resource = named(intent);
        String body = Json.write(patch);
        if (status) {
            statuses.put(
                    identity(intent),
                    wrote(intent, resource.subresource("status").patch(context, body)));
        } else {
            wrote(intent, resource.patch(context, body));
        }
    }

    private void finalizer(Intent intent, String finalizer, boolean wanted) {
        Optional<JsonObject> live = latest(intent);
        if (live.isEmpty()) {
            return;
        }
        List<@Nullable Object> finalizers = new ArrayList<>(live.get().array("metadata", "finalizers"));
        boolean changed =
                wanted ? !finalizers.contains(finalizer) && finalizers.add(finalizer) : finalizers.remove(finalizer);
        if (!changed) {
            return;
        }
        // The list is replaced as a whole, so it must be the newest that is changed.
        JsonObject metadata = JsonObject.of(
                "finalizers",
                JsonArray.copyOf(finalizers),
                "resourceVersion",
                live.get().at("metadata", "resourceVersion"));
        try {
            patch(intent, false, JsonObject.of("metadata", metadata));
        } catch (KubernetesClientException e) {
            if (e.getCode() != HttpURLConnection.HTTP_NOT_FOUND) {
                throw e;
            }
        }
    }

    private void delete(Intent intent, Optional<String> uid) {
        Optional<JsonObject> live = latest(intent);
        if (uid.isPresent() && live.isPresent() && !uid.get().equals(live.get().text("metadata", "uid"))) {
            return;
        }
        named(intent).withPropagationPolicy(DeletionPropagation.BACKGROUND).delete();
        cache.of(intent.type()).ifPresent(kind -> kind.deleted(intent.key()));
    }

    private void evict(Intent intent) {
        // Answers false where a disruption budget forbids it, and throws where the server fails.
        client.pods()
                .inNamespace(intent.key().namespace())
                .withName(intent.key().name())
                .evict();
    }

    private void status(Intent intent, JsonObject tree) {
        JsonObject mine = statuses.get(identity(intent));
        JsonObject before = mine != null ? mine : shown(intent).orElse(JsonObject.EMPTY);
        JsonObject answer = answers.get(identity(intent));
        if (answer != null && !answer.object("status").equals(before.object("status"))) {
            throw new StaleViewException(intent);
        }
        JsonObject base = answer != null ? answer : before.isEmpty() ? tree : before;
        JsonObject written = wrote(
                intent,
                resource(intent, base.with("status", tree.get("status"))).updateStatus());
        statuses.put(identity(intent), written);
    }

    private Optional<JsonObject> shown(Intent intent) {
        return seen.tree(intent.type(), intent.key().namespace(), intent.key().name());
    }

    private Optional<JsonObject> latest(Intent intent) {
        JsonObject answer = answers.get(identity(intent));
        return answer != null ? Optional.of(answer) : shown(intent);
    }

    private JsonObject wrote(Intent intent, @Nullable GenericKubernetesResource answer) {
        if (answer == null) {
            throw new HcpException("the server answered " + intent + " without an object");
        }
        JsonObject tree = Json.toTree(answer);
        answers.put(identity(intent), tree);
        boolean gone = tree.at("metadata", "deletionTimestamp") != null
                && tree.array("metadata", "finalizers").isEmpty();
        cache.of(intent.type()).ifPresent(kind -> {
            if (gone) {
                kind.deleted(intent.key());
            } else {
                kind.wrote(tree);
            }
        });
        return tree;
    }

    private static List<Object> identity(Intent intent) {
        return List.of(intent.type(), intent.key());
    }

    private Resource<GenericKubernetesResource> resource(Intent intent, JsonObject tree) {
        GenericKubernetesResource body = Json.toType(tree, GenericKubernetesResource.class);
        String namespace = intent.key().namespace();
        return namespace.isEmpty()
                ? kind(intent.type()).resource(body)
                : kind(intent.type()).inNamespace(namespace).resource(body);
    }

    private Resource<GenericKubernetesResource> named(Intent intent) {
        ObjectKey key = intent.key();
        return key.namespace().isEmpty()
                ? kind(intent.type()).withName(key.name())
                : kind(intent.type()).inNamespace(key.namespace()).withName(key.name());
    }

    private MixedOperation<GenericKubernetesResource, ?, Resource<GenericKubernetesResource>> kind(
            Class<? extends HasMetadata> type) {
        return client.genericKubernetesResources(ResourceDefinitionContext.fromResourceType(type));
    }
}
