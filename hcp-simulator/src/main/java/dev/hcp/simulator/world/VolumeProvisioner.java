package dev.hcp.simulator.world;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.simulator.apiserver.ApiException;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import dev.hcp.simulator.faults.Fault.NoDefaultStorageClass;
import dev.hcp.simulator.faults.Fault.ProvisionerLost;
import dev.hcp.simulator.faults.Fault.VolumesNotProvisioned;
import dev.hcp.simulator.kernel.Actor;
import dev.hcp.simulator.kernel.ActorContext;
import dev.hcp.simulator.kernel.Seed;
import dev.hcp.simulator.kernel.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes a persistent volume for every claim, of whatever storage class, and removes it with the claim. A claim stays as
 * long as pods use it. Where the class waits for the first consumer, the volume is made once the scheduler has chosen a
 * node, and is reached from that node's zone alone.
 */
final class VolumeProvisioner implements Actor<VolumeProvisioner.Claim> {
    private static final String NAME = "csi-provisioner";
    private static final String SELECTED_NODE = "volume.kubernetes.io/selected-node";
    private static final String ZONE = "topology.kubernetes.io/zone";
    /** Who binds claims to volumes, and says where there is none. */
    static final String BINDER = "persistentvolume-controller";

    /** What that says of a claim without storage class. */
    static final String UNCLASSIFIED = "no persistent volumes available for this claim and no storage class is set";

    private static final String DRIVER = "csi.simulator.hcp.dev";
    private static final String CLAIM_IN_USE = "kubernetes.io/pvc-protection";

    /** A claim; one of the same name that comes later is another. */
    record Claim(String namespace, String name, String uid) {
        @Override
        public String toString() {
            return namespace + "/" + name;
        }
    }

    private final Objects objects;
    private final Timings timings;
    private final Seed seed;
    private final ResourceType claims;
    private final ResourceType volumes;
    private final ResourceType pods;
    private final ResourceType classes;
    private final EventRecorder events;
    private final Adversities adversities;
    private final ResourceType nodes;

    VolumeProvisioner(Objects objects, EventRecorder events, Adversities adversities, Timings timings, Seed seed) {
        this.events = events;
        this.adversities = adversities;
        this.objects = objects;
        this.timings = timings;
        this.seed = seed;
        this.claims = objects.resource("v1", "PersistentVolumeClaim");
        this.volumes = objects.resource("v1", "PersistentVolume");
        this.pods = objects.resource("v1", "Pod");
        this.classes = objects.resource("storage.k8s.io/v1", "StorageClass");
        this.nodes = objects.resource("v1", "Node");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void start(ActorContext<Claim> context) {
        adversities.onChange(fault -> {
            boolean everywhere = fault instanceof NoDefaultStorageClass || fault instanceof ProvisionerLost;
            if (everywhere || fault instanceof VolumesNotProvisioned) {
                String namespace = fault instanceof VolumesNotProvisioned stuck ? stuck.namespace() : "";
                objects.list(claims, namespace).stream()
                        .filter(claim -> claim.text("spec", "volumeName") == null)
                        .map(VolumeProvisioner::key)
                        .forEach(context::enqueue);
            }
        });
        context.watch("", "PersistentVolumeClaim", change -> {
            JsonObject claim = change.object();
            boolean settled =
                    change.after() != null && claim.text("spec", "volumeName") != null && !Meta.deleting(claim);
            return settled ? List.of() : List.of(key(claim));
        });
        context.watch("", "Pod", change -> change.after() == null ? claimsOf(change.object()) : List.of());
    }

    private static Claim key(JsonObject claim) {
        return new Claim(Meta.namespace(claim), Meta.name(claim), Meta.uid(claim));
    }

    /** The claims that a pod uses and that somebody wants to delete. */
    private List<Claim> claimsOf(JsonObject pod) {
        List<Claim> found = new ArrayList<>();
        for (String name : claimNames(pod)) {
            objects.get(claims, Meta.namespace(pod), name)
                    .filter(Meta::deleting)
                    .ifPresent(claim -> found.add(key(claim)));
        }
        return found;
    }

    /** The claims that a pod uses. */
    static List<String> claimNames(JsonObject pod) {
        List<String> names = new ArrayList<>();
        for (Object volume : pod.array("spec", "volumes")) {
            String name =
                    volume instanceof JsonObject object ? object.text("persistentVolumeClaim", "claimName") : null;
            if (name != null) {
                names.add(name);
            }
        }
        return names;
    }

    @Override
    public Turn act(Claim key, ActorContext<Claim> context) {
        String volumeName = "pvc-" + key.uid();
        Optional<JsonObject> claim = objects.get(claims, key.namespace(), key.name())
                .filter(found -> Meta.uid(found).equals(key.uid()));
        if (claim.isEmpty()) {
            if (objects.get(volumes, "", volumeName).isPresent()) {
                objects.delete(volumes, "", volumeName, Objects.Deletion.BACKGROUND);
                release(volumes, "", volumeName, List.of());
            }
            return Turn.done();
        }
        if (Meta.deleting(claim.get())) {
            letGo(key, claim.get());
            return Turn.done();
        }
        if (claim.get().text("spec", "volumeName") != null) {
            return Turn.done();
        }
        if (claim.get().text("metadata", "annotations", SELECTED_NODE) == null && waitsForConsumer(claim.get())) {
            return Turn.done();
        }
        Instant due = Instant.parse(String.valueOf(claim.get().text("metadata", "creationTimestamp")))
                .plus(timings.draw(Stage.VOLUME_PROVISION, seed, key + "/" + key.uid()));
        if (context.now().isBefore(due)) {
            return Turn.requeueAfter(Duration.between(context.now(), due));
        }
        Optional<VolumesNotProvisioned> obstacle =
                adversities.find(VolumesNotProvisioned.class, fault -> concerns(fault, key));
        if (obstacle.isPresent()) {
            String message = "failed to provision volume with StorageClass \"" + className(claim.get()) + "\": "
                    + obstacle.get().message();
            ObjectKey about = new ObjectKey(key.namespace(), key.name());
            events.record(claims, about, true, "ProvisioningFailed", message, NAME);
            return Turn.done();
        }
        Optional<Remark> remark = nobodyProvides(claim.get());
        if (remark.isPresent()) {
            ObjectKey about = new ObjectKey(key.namespace(), key.name());
            events.record(
                    claims, about, false, remark.get().reason(), remark.get().message(), BINDER);
            return Turn.done();
        }
        bind(key, claim.get(), volumeName);
        return Turn.done();
    }

    private record Remark(String reason, String message) {}

    /** What Kubernetes says of a claim that nobody takes up. */
    private Optional<Remark> nobodyProvides(JsonObject claim) {
        if (adversities.none()) {
            return Optional.empty();
        }
        String name = className(claim);
        if (name.isEmpty() && adversities.any(NoDefaultStorageClass.class)) {
            return Optional.of(new Remark("FailedBinding", UNCLASSIFIED));
        }
        String provisioner = objects.get(classes, "", name)
                .map(found -> String.valueOf(found.text("provisioner")))
                .orElse(DRIVER);
        return adversities
                .find(ProvisionerLost.class, fault -> Adversities.selects(fault.storageClass(), name))
                .map(fault -> new Remark("ExternalProvisioning", waitingFor(provisioner)));
    }

    /** What Kubernetes says of a claim that waits for a provisioner. */
    static String waitingFor(String provisioner) {
        return "Waiting for a volume to be created either by the external provisioner '" + provisioner
                + "' or manually by the system administrator. If volume creation is delayed, please verify that the"
                + " provisioner is running and correctly registered.";
    }

    private static boolean concerns(VolumesNotProvisioned fault, Claim claim) {
        return Adversities.selects(fault.namespace(), claim.namespace())
                && claim.name().startsWith(fault.claim());
    }

    private static String className(JsonObject claim) {
        String name = claim.text("spec", "storageClassName");
        return name == null ? "" : name;
    }

    private boolean waitsForConsumer(JsonObject claim) {
        String name = claim.text("spec", "storageClassName");
        return name != null
                && objects.get(classes, "", name)
                        .filter(found -> "WaitForFirstConsumer".equals(found.text("volumeBindingMode")))
                        .isPresent();
    }

    /** From where a volume is reached: the zone of the node that was chosen for the first pod. */
    private @Nullable JsonObject reach(JsonObject claim) {
        String node = claim.text("metadata", "annotations", SELECTED_NODE);
        String zone = node == null
                ? null
                : objects.get(nodes, "", node)
                        .map(found -> found.text("metadata", "labels", ZONE))
                        .orElse(null);
        if (zone == null) {
            return null;
        }
        JsonObject expression = JsonObject.of("key", ZONE, "operator", "In", "values", JsonArray.of(zone));
        JsonObject term = JsonObject.of("matchExpressions", JsonArray.of(expression));
        return JsonObject.of("required", JsonObject.of("nodeSelectorTerms", JsonArray.of(term)));
    }

    /** Pods that have no node yet do not count: none takes them while their claim is going. */
    private void letGo(Claim key, JsonObject claim) {
        boolean used = objects.list(pods, key.namespace()).stream()
                .anyMatch(pod ->
                        pod.text("spec", "nodeName") != null && claimNames(pod).contains(key.name()));
        if (!used) {
            List<?> kept = claim.array("metadata", "finalizers").stream()
                    .filter(finalizer -> !CLAIM_IN_USE.equals(finalizer))
                    .toList();
            release(claims, key.namespace(), key.name(), kept);
        }
    }

    private void release(ResourceType type, String namespace, String name, List<?> finalizers) {
        if (objects.get(type, namespace, name).isPresent()) {
            JsonArray kept = finalizers.isEmpty() ? null : JsonArray.copyOf(finalizers);
            objects.mergePatch(
                    type, namespace, name, null, JsonObject.EMPTY.withAt(kept, "metadata", "finalizers"), NAME);
        }
    }

    private void bind(Claim key, JsonObject claim, String volumeName) {
        JsonArray accessModes = claim.array("spec", "accessModes");
        Object storage = claim.at("spec", "resources", "requests", "storage");
        JsonObject capacity = JsonObject.of("storage", storage == null ? "1Gi" : storage);
        JsonObject reference = JsonObject.of(
                "apiVersion", "v1", "kind", "PersistentVolumeClaim", "name", key.name(), "namespace", key.namespace());
        JsonObject spec = JsonObject.builder(8)
                .put("accessModes", accessModes)
                .put("capacity", capacity)
                .put("claimRef", reference.with("uid", key.uid()))
                .put("csi", JsonObject.of("driver", DRIVER, "volumeHandle", volumeName))
                .put("persistentVolumeReclaimPolicy", "Delete")
                .putIfPresent("nodeAffinity", reach(claim))
                .putIfPresent("storageClassName", claim.at("spec", "storageClassName"))
                .put(
                        "volumeMode",
                        claim.at("spec", "volumeMode") == null ? "Filesystem" : claim.at("spec", "volumeMode"))
                .build();
        try {
            objects.create(
                    volumes,
                    JsonObject.of(
                            "apiVersion",
                            "v1",
                            "kind",
                            "PersistentVolume",
                            "metadata",
                            JsonObject.of("name", volumeName),
                            "spec",
                            spec),
                    NAME);
        } catch (ApiException e) {
            if (!e.reason().equals("AlreadyExists")) {
                throw e;
            }
        }
        JsonObject bound = JsonObject.of("status", JsonObject.of("phase", "Bound"));
        objects.mergePatch(volumes, "", volumeName, "status", bound, NAME);
        JsonObject named = JsonObject.of("spec", JsonObject.of("volumeName", volumeName));
        objects.mergePatch(claims, key.namespace(), key.name(), null, named, NAME);
        JsonObject status = JsonObject.of("accessModes", accessModes, "capacity", capacity, "phase", "Bound");
        objects.mergePatch(claims, key.namespace(), key.name(), "status", JsonObject.of("status", status), NAME);
    }
}
