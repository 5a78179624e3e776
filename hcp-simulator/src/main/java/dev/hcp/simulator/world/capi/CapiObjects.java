package dev.hcp.simulator.world.capi;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Annotations;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.simulator.apiserver.ApiException;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import dev.hcp.simulator.kernel.ActorContext;
import dev.hcp.simulator.world.EventRecorder;
import dev.hcp.simulator.world.Meta;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The management cluster as Cluster API's controllers see it. */
final class CapiObjects {
    static final String GROUP = "cluster.x-k8s.io";
    static final String CLUSTER_NAME = "cluster.x-k8s.io/cluster-name";
    static final String SET_NAME = "cluster.x-k8s.io/set-name";
    static final String DEPLOYMENT_NAME = "cluster.x-k8s.io/deployment-name";
    private static final String INFRASTRUCTURE = "infrastructure.cluster.x-k8s.io";
    static final List<Kind> MACHINE_KINDS = kinds("Machine");
    static final List<Kind> CLUSTER_KINDS = kinds("Cluster");

    private static final String API_VERSION = "cluster.x-k8s.io/v1beta1";
    private static final String MANAGER = "cluster-api";

    final Objects objects;
    final ResourceType clusters;
    final ResourceType machineDeployments;
    final ResourceType machineSets;
    final ResourceType machines;
    final ResourceType healthChecks;

    private final ResourceType deployments;
    private final EventRecorder events;

    CapiObjects(Objects objects, EventRecorder events) {
        this.objects = objects;
        this.events = events;
        this.clusters = objects.resource(API_VERSION, "Cluster");
        this.machineDeployments = objects.resource(API_VERSION, "MachineDeployment");
        this.machineSets = objects.resource(API_VERSION, "MachineSet");
        this.machines = objects.resource(API_VERSION, "Machine");
        this.healthChecks = objects.resource(API_VERSION, "MachineHealthCheck");
        this.deployments = objects.resource("apps/v1", "Deployment");
    }

    /** Whether the manager runs: its deployment is available. */
    boolean runs(String namespace) {
        return objects.get(deployments, namespace, MANAGER)
                .filter(deployment -> deployment.integer(0, "status", "availableReplicas") > 0)
                .isPresent();
    }

    /** Looks at all objects of a kind in a namespace again when the manager there comes up. */
    void watchManager(ActorContext<ObjectKey> context, ResourceType type) {
        context.watch("apps", "Deployment", change -> {
            JsonObject deployment = change.object();
            if (!MANAGER.equals(Meta.name(deployment)) || !cameUp(change)) {
                return List.of();
            }
            return objects.list(type, Meta.namespace(deployment)).stream()
                    .map(ObjectKey::of)
                    .toList();
        });
    }

    private static boolean cameUp(Objects.Change change) {
        boolean before = change.before() != null && change.before().integer(0, "status", "availableReplicas") > 0;
        return !before && change.after() != null && change.after().integer(0, "status", "availableReplicas") > 0;
    }

    /** A kind that a provider brings. */
    record Kind(String group, String name) {}

    private static List<Kind> kinds(String suffix) {
        return List.of(
                new Kind(INFRASTRUCTURE, "Kubevirt" + suffix),
                new Kind(INFRASTRUCTURE, "AWS" + suffix),
                new Kind("capi-provider.agent-install.openshift.io", "Agent" + suffix));
    }

    /** Watches all kinds that a provider may bring. */
    static void watchKinds(
            ActorContext<ObjectKey> context, List<Kind> kinds, Function<Objects.Change, List<ObjectKey>> keys) {
        kinds.forEach(kind -> context.watch(kind.group(), kind.name(), keys));
    }

    /** The owner of a kind, as keys of that actor's queue. */
    static List<ObjectKey> owners(JsonObject object, String kind) {
        List<ObjectKey> keys = new ArrayList<>();
        for (Object owner : object.array("metadata", "ownerReferences")) {
            if (owner instanceof JsonObject reference && kind.equals(reference.text("kind"))) {
                keys.add(new ObjectKey(Meta.namespace(object), String.valueOf(reference.text("name"))));
            }
        }
        return keys;
    }

    Optional<JsonObject> get(ResourceType type, ObjectKey key) {
        return objects.get(type, key.namespace(), key.name());
    }

    /** The objects of a kind that name this one as an owner. */
    List<JsonObject> owned(JsonObject owner, String kind) {
        List<JsonObject> result = new ArrayList<>();
        for (JsonObject object : objects.ownedBy(Meta.uid(owner))) {
            if (kind.equals(object.text("kind"))) {
                result.add(object);
            }
        }
        return result;
    }

    /** What an object reference points to. */
    Optional<Referenced> referenced(JsonObject reference, String namespace) {
        String name = reference.text("name");
        Optional<ResourceType> type = resource(reference.text("apiVersion"), reference.text("kind"));
        if (name == null || type.isEmpty()) {
            return Optional.empty();
        }
        return objects.get(type.get(), namespace, name).map(object -> new Referenced(type.get(), object));
    }

    /** A kind, if it is served. */
    Optional<ResourceType> resource(@Nullable String apiVersion, @Nullable String kind) {
        if (apiVersion == null || kind == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(objects.resource(apiVersion, kind));
        } catch (ApiException notServed) {
            return Optional.empty();
        }
    }

    /** An object with its resource. */
    record Referenced(ResourceType type, JsonObject object) {}

    /** Whether an object, or the cluster it belongs to, shall be left alone. */
    boolean paused(JsonObject object) {
        if (object.at("metadata", "annotations", Annotations.CAPI_PAUSED) != null) {
            return true;
        }
        return cluster(object).filter(c -> c.isTrue("spec", "paused")).isPresent();
    }

    /** The cluster that an object belongs to. */
    Optional<JsonObject> cluster(JsonObject object) {
        String name = object.text("spec", "clusterName");
        return name == null ? Optional.empty() : objects.get(clusters, Meta.namespace(object), name);
    }

    /** Writes a status that differs. */
    JsonObject writeStatus(ResourceType type, JsonObject object, JsonObject status) {
        return status.equals(object.object("status"))
                ? object
                : objects.update(type, "status", object.with("status", status), MANAGER);
    }

    JsonObject patch(ResourceType type, JsonObject object, JsonObject patch) {
        return objects.mergePatch(type, Meta.namespace(object), Meta.name(object), null, patch, MANAGER);
    }

    JsonObject apply(ResourceType type, JsonObject object, String manager) {
        return objects.apply(type, null, object, true, manager);
    }

    JsonObject create(ResourceType type, JsonObject object) {
        return objects.create(type, object, MANAGER);
    }

    /** Asks for a deletion, once. */
    void delete(ResourceType type, JsonObject object) {
        if (!Meta.deleting(object)) {
            objects.delete(type, Meta.namespace(object), Meta.name(object), Objects.Deletion.BACKGROUND);
        }
    }

    JsonObject addFinalizer(ResourceType type, JsonObject object, String finalizer) {
        JsonArray finalizers = object.array("metadata", "finalizers");
        if (finalizers.contains(finalizer)) {
            return object;
        }
        List<@Nullable Object> all = new ArrayList<>(finalizers);
        all.add(finalizer);
        return patch(type, object, JsonObject.of("metadata", JsonObject.of("finalizers", all)));
    }

    void removeFinalizer(ResourceType type, JsonObject object, String finalizer) {
        List<@Nullable Object> rest = new ArrayList<>(object.array("metadata", "finalizers"));
        if (rest.remove(finalizer)) {
            patch(type, object, JsonObject.of("metadata", JsonObject.of("finalizers", rest)));
        }
    }

    /** Makes an owner the controller of an object, in place of earlier owners of the kinds named, and labels it. */
    JsonObject adopt(ResourceType type, JsonObject object, JsonObject owner, String clusterName, String... replaced) {
        List<@Nullable Object> owners = new ArrayList<>();
        boolean known = false;
        for (Object item : object.array("metadata", "ownerReferences")) {
            if (item instanceof JsonObject reference && Meta.uid(owner).equals(reference.text("uid"))) {
                known = true;
            }
            if (!(item instanceof JsonObject reference
                    && List.of(replaced).contains(String.valueOf(reference.text("kind"))))) {
                owners.add(item);
            }
        }
        boolean labelled = clusterName.equals(object.text("metadata", "labels", CLUSTER_NAME));
        if (known && labelled) {
            return object;
        }
        if (!known) {
            owners.add(Meta.controllerReference(owner));
        }
        JsonObject metadata =
                JsonObject.of("ownerReferences", owners, "labels", JsonObject.of(CLUSTER_NAME, clusterName));
        return patch(type, object, JsonObject.of("metadata", metadata));
    }

    void event(ResourceType type, JsonObject about, boolean warning, String reason, String message, String source) {
        events.record(type, ObjectKey.of(about), warning, reason, message, source);
    }
}
