package dev.hcp.simulator.world;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.ApiException;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import dev.hcp.simulator.kernel.Actor;
import dev.hcp.simulator.kernel.ActorContext;
import dev.hcp.simulator.kernel.Seed;
import dev.hcp.simulator.kernel.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Makes a persistent volume for every claim, of whatever storage class, and removes it with the claim. */
final class VolumeProvisioner implements Actor<VolumeProvisioner.Claim> {
    private static final String NAME = "csi-provisioner";

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

    VolumeProvisioner(Objects objects, Timings timings, Seed seed) {
        this.objects = objects;
        this.timings = timings;
        this.seed = seed;
        this.claims = objects.resource("v1", "PersistentVolumeClaim");
        this.volumes = objects.resource("v1", "PersistentVolume");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void start(ActorContext<Claim> context) {
        context.watch("", "PersistentVolumeClaim", change -> {
            JsonObject claim = change.object();
            boolean bound = change.after() != null && claim.text("spec", "volumeName") != null;
            return bound ? List.of() : List.of(new Claim(Meta.namespace(claim), Meta.name(claim), Meta.uid(claim)));
        });
    }

    @Override
    public Turn act(Claim key, ActorContext<Claim> context) {
        String volumeName = "pvc-" + key.uid();
        Optional<JsonObject> claim = objects.get(claims, key.namespace(), key.name())
                .filter(found -> Meta.uid(found).equals(key.uid()));
        if (claim.isEmpty()) {
            if (objects.get(volumes, "", volumeName).isPresent()) {
                objects.delete(volumes, "", volumeName, Objects.Deletion.BACKGROUND);
            }
            return Turn.done();
        }
        if (claim.get().text("spec", "volumeName") != null || Meta.deleting(claim.get())) {
            return Turn.done();
        }
        Instant due = Instant.parse(String.valueOf(claim.get().text("metadata", "creationTimestamp")))
                .plus(timings.draw(Stage.VOLUME_PROVISION, seed, key + "/" + key.uid()));
        if (context.now().isBefore(due)) {
            return Turn.requeueAfter(Duration.between(context.now(), due));
        }
        bind(key, claim.get(), volumeName);
        return Turn.done();
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
                .put("csi", JsonObject.of("driver", "csi.simulator.hcp.dev", "volumeHandle", volumeName))
                .put("persistentVolumeReclaimPolicy", "Delete")
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
