package dev.hcp.simulator.world;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.simulator.apiserver.ApiException;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import dev.hcp.simulator.kernel.Actor;
import dev.hcp.simulator.kernel.ActorContext;
import dev.hcp.simulator.kernel.Turn;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The claims of hosted clusters. On KubeVirt the storage driver's controller in the control plane's namespace takes a data
 * volume of the management cluster for each, which is hot-plugged into the nodes; claims of another provisioner wait.
 */
final class HostedVolumes implements Actor<HostedVolumes.Claim> {
    private static final String DRIVER = "csi.kubevirt.io";
    private static final String CONTROLLER = "kubevirt-csi-controller";
    private static final String SELECTED_NODE = "volume.kubernetes.io/selected-node";
    private static final String IN_USE = "kubernetes.io/pvc-protection";
    /** While a hosted API server is down, its claims are looked at again so often. */
    private static final Duration DOWN = Duration.ofSeconds(15);

    private static final String FOR_NAMESPACE = "hcp.dev/claim-namespace";
    private static final String FOR_NAME = "hcp.dev/claim-name";

    /** A claim of a hosted cluster; one of the same name that comes later is another. */
    record Claim(String controlPlane, String namespace, String name, String uid) {
        String volume() {
            return "pvc-" + uid;
        }

        @Override
        public String toString() {
            return controlPlane + ": " + namespace + "/" + name;
        }
    }

    private final Objects objects;
    private final GuestClusters guests;
    private final InstantSource clock;
    private final ResourceType deployments;
    private final ResourceType dataVolumes;

    HostedVolumes(Objects objects, GuestClusters guests, InstantSource clock) {
        this.objects = objects;
        this.guests = guests;
        this.clock = clock;
        this.deployments = objects.resource("apps/v1", "Deployment");
        this.dataVolumes = objects.resource("cdi.kubevirt.io/v1beta1", "DataVolume");
    }

    @Override
    public String name() {
        return CONTROLLER;
    }

    @Override
    public void start(ActorContext<Claim> context) {
        context.watchHosted("", "PersistentVolumeClaim", (server, change) -> {
            boolean settled = change.after() != null
                    && change.after().text("spec", "volumeName") != null
                    && !Meta.deleting(change.after());
            return settled ? List.of() : List.of(key(server, change.object()));
        });
        context.watchHosted("storage.k8s.io", "StorageClass", (server, change) -> unbound(server));
        context.watchHosted(
                "", "Pod", (server, change) -> change.after() == null ? released(server, change.object()) : List.of());
        context.watch("cdi.kubevirt.io", "DataVolume", change -> {
            JsonObject metadata = change.object().object("metadata", "annotations");
            String namespace = metadata.text(FOR_NAMESPACE);
            String name = metadata.text(FOR_NAME);
            String plane = Meta.namespace(change.object());
            return namespace == null || name == null ? List.of() : found(plane, namespace, name);
        });
        context.watch("apps", "Deployment", change -> {
            boolean up = change.after() != null && change.after().integer(0, "status", "availableReplicas") > 0;
            return up && CONTROLLER.equals(Meta.name(change.object()))
                    ? unbound(Meta.namespace(change.object()))
                    : List.of();
        });
    }

    private static Claim key(String server, JsonObject claim) {
        return new Claim(server, Meta.namespace(claim), Meta.name(claim), Meta.uid(claim));
    }

    private List<Claim> found(String plane, String namespace, String name) {
        return guests.find(plane)
                .flatMap(guest -> guest.objects().get(claims(guest.objects()), namespace, name))
                .map(claim -> List.of(key(plane, claim)))
                .orElse(List.of());
    }

    private Collection<Claim> unbound(String plane) {
        Optional<GuestClusters.Guest> guest = guests.find(plane);
        return guest.isEmpty()
                ? List.of()
                : guest.get().objects().list(claims(guest.get().objects()), "").stream()
                        .filter(claim -> claim.text("spec", "volumeName") == null)
                        .map(claim -> key(plane, claim))
                        .toList();
    }

    /** The claims that a pod has used and that somebody wants to delete. */
    private List<Claim> released(String server, JsonObject pod) {
        List<Claim> keys = new ArrayList<>();
        for (String name : VolumeProvisioner.claimNames(pod)) {
            keys.addAll(found(server, Meta.namespace(pod), name));
        }
        return keys;
    }

    private static ResourceType claims(Objects guest) {
        return guest.resource("v1", "PersistentVolumeClaim");
    }

    @Override
    public Turn act(Claim key, ActorContext<Claim> context) {
        Optional<GuestClusters.Guest> guest = guests.find(key.controlPlane());
        if (guest.isEmpty()) {
            // Nothing is left to do once the cluster is gone.
            return objects.list(deployments, key.controlPlane()).isEmpty() ? Turn.done() : Turn.pollAfter(DOWN);
        }
        Objects inGuest = guest.get().objects();
        Optional<JsonObject> claim = inGuest.get(claims(inGuest), key.namespace(), key.name())
                .filter(found -> Meta.uid(found).equals(key.uid()));
        if (claim.isEmpty()) {
            giveBack(key);
            return Turn.done();
        }
        if (Meta.deleting(claim.get())) {
            letGo(inGuest, claim.get());
            return Turn.done();
        }
        if (claim.get().text("spec", "volumeName") == null) {
            provide(key, inGuest, claim.get());
        }
        return Turn.done();
    }

    private void provide(Claim key, Objects inGuest, JsonObject claim) {
        String className = claim.text("spec", "storageClassName");
        if (className == null || className.isEmpty()) {
            say(inGuest, key, false, "FailedBinding", VolumeProvisioner.UNCLASSIFIED);
            return;
        }
        Optional<JsonObject> storageClass =
                inGuest.get(inGuest.resource("storage.k8s.io/v1", "StorageClass"), "", className);
        if (storageClass.isEmpty()) {
            String message = "storageclass.storage.k8s.io \"" + className + "\" not found";
            say(inGuest, key, true, "ProvisioningFailed", message);
            return;
        }
        boolean waits = "WaitForFirstConsumer".equals(storageClass.get().text("volumeBindingMode"));
        if (waits && claim.text("metadata", "annotations", SELECTED_NODE) == null) {
            String message = "waiting for first consumer to be created before binding";
            say(inGuest, key, false, "WaitForFirstConsumer", message);
            return;
        }
        String provisioner = String.valueOf(storageClass.get().text("provisioner"));
        Optional<JsonObject> volume = DRIVER.equals(provisioner) && runs(key.controlPlane())
                ? Optional.of(dataVolume(key, claim, storageClass.get()))
                : Optional.empty();
        if (volume.filter(made -> "Succeeded".equals(made.text("status", "phase")))
                .isPresent()) {
            bind(key, inGuest, claim);
        } else {
            say(inGuest, key, false, "ExternalProvisioning", VolumeProvisioner.waitingFor(provisioner));
        }
    }

    private void say(Objects inGuest, Claim key, boolean warning, String reason, String message) {
        new EventRecorder(inGuest, clock)
                .record(
                        claims(inGuest),
                        new ObjectKey(key.namespace(), key.name()),
                        warning,
                        reason,
                        message,
                        VolumeProvisioner.BINDER);
    }

    private boolean runs(String plane) {
        return objects.get(deployments, plane, CONTROLLER)
                .filter(found -> found.integer(0, "status", "availableReplicas") > 0)
                .isPresent();
    }

    private JsonObject dataVolume(Claim key, JsonObject claim, JsonObject storageClass) {
        return objects.get(dataVolumes, key.controlPlane(), key.volume()).orElseGet(() -> {
            JsonObject storage = JsonObject.builder(4)
                    .put("accessModes", claim.array("spec", "accessModes"))
                    .put("resources", claim.object("spec", "resources"))
                    .putIfPresent("storageClassName", storageClass.text("parameters", "infraStorageClassName"))
                    .putIfPresent("volumeMode", claim.at("spec", "volumeMode"))
                    .build();
            JsonObject metadata = JsonObject.of(
                    "annotations",
                    JsonObject.of(FOR_NAMESPACE, key.namespace(), FOR_NAME, key.name()),
                    "name",
                    key.volume(),
                    "namespace",
                    key.controlPlane());
            return objects.create(
                    dataVolumes,
                    JsonObject.of(
                            "apiVersion",
                            "cdi.kubevirt.io/v1beta1",
                            "kind",
                            "DataVolume",
                            "metadata",
                            metadata,
                            "spec",
                            JsonObject.of("source", JsonObject.of("blank", JsonObject.EMPTY), "storage", storage)),
                    CONTROLLER);
        });
    }

    private static void bind(Claim key, Objects inGuest, JsonObject claim) {
        Object asked = claim.at("spec", "resources", "requests", "storage");
        JsonObject capacity = JsonObject.of("storage", asked == null ? "1Gi" : asked);
        JsonArray accessModes = claim.array("spec", "accessModes");
        Object mode = claim.at("spec", "volumeMode");
        ResourceType volumes = inGuest.resource("v1", "PersistentVolume");
        JsonObject reference = JsonObject.of(
                        "apiVersion", "v1", "kind", "PersistentVolumeClaim", "name", key.name(), "uid", key.uid())
                .with("namespace", key.namespace());
        JsonObject spec = JsonObject.builder(7)
                .put("accessModes", accessModes)
                .put("capacity", capacity)
                .put("claimRef", reference)
                .put("csi", JsonObject.of("driver", DRIVER, "volumeHandle", key.volume()))
                .put("persistentVolumeReclaimPolicy", "Delete")
                .put("storageClassName", claim.at("spec", "storageClassName"))
                .put("volumeMode", mode == null ? "Filesystem" : mode)
                .build();
        JsonObject metadata = JsonObject.of("name", key.volume());
        try {
            inGuest.create(
                    volumes,
                    JsonObject.of("apiVersion", "v1", "kind", "PersistentVolume", "metadata", metadata, "spec", spec),
                    CONTROLLER);
        } catch (ApiException e) {
            if (!e.reason().equals("AlreadyExists")) {
                throw e;
            }
        }
        JsonObject bound = JsonObject.of("phase", "Bound");
        inGuest.mergePatch(volumes, "", key.volume(), "status", JsonObject.of("status", bound), CONTROLLER);
        JsonObject named = JsonObject.of("spec", JsonObject.of("volumeName", key.volume()));
        inGuest.mergePatch(claims(inGuest), key.namespace(), key.name(), null, named, CONTROLLER);
        JsonObject status = bound.with("accessModes", accessModes).with("capacity", capacity);
        inGuest.mergePatch(
                claims(inGuest), key.namespace(), key.name(), "status", JsonObject.of("status", status), CONTROLLER);
    }

    /** A claim stays while a pod that has a node uses it. */
    private static void letGo(Objects inGuest, JsonObject claim) {
        boolean used = inGuest.list(inGuest.resource("v1", "Pod"), Meta.namespace(claim)).stream()
                .anyMatch(pod -> pod.text("spec", "nodeName") != null
                        && VolumeProvisioner.claimNames(pod).contains(Meta.name(claim)));
        List<?> kept = claim.array("metadata", "finalizers").stream()
                .filter(finalizer -> !IN_USE.equals(finalizer))
                .toList();
        if (!used && kept.size() < claim.array("metadata", "finalizers").size()) {
            inGuest.mergePatch(
                    claims(inGuest),
                    Meta.namespace(claim),
                    Meta.name(claim),
                    null,
                    JsonObject.EMPTY.withAt(JsonArray.copyOf(kept), "metadata", "finalizers"),
                    CONTROLLER);
        }
    }

    /** What the management cluster gave for a claim; its volume in the hosted cluster goes by itself. */
    private void giveBack(Claim key) {
        if (objects.get(dataVolumes, key.controlPlane(), key.volume())
                .filter(found -> !Meta.deleting(found))
                .isPresent()) {
            objects.delete(dataVolumes, key.controlPlane(), key.volume(), Objects.Deletion.BACKGROUND);
        }
    }
}
