package dev.hcp.simulator.world.kubevirt;

import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.simulator.kernel.Actor;
import dev.hcp.simulator.kernel.ActorContext;
import dev.hcp.simulator.kernel.Turn;
import dev.hcp.simulator.world.FieldIndex;
import dev.hcp.simulator.world.Meta;
import dev.hcp.simulator.world.Stage;
import dev.hcp.simulator.world.capi.CapiConditions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** CDI: fills data volumes from registries, web servers and other volumes. */
final class DataVolumeController implements Actor<ObjectKey> {
    private static final String NAME = "cdi-controller";

    /** A step on the way, from a share of the duration on. */
    private record Step(double from, String phase, String progress) {}

    private static final List<Step> IMPORT = List.of(
            new Step(0, "Pending", "N/A"),
            new Step(0.05, "ImportScheduled", "N/A"),
            new Step(0.2, "ImportInProgress", "N/A"),
            new Step(0.5, "ImportInProgress", "37.50%"),
            new Step(0.8, "ImportInProgress", "75.00%"),
            new Step(1, "Succeeded", "100.0%"));
    private static final List<Step> CLONE = List.of(
            new Step(0, "CloneScheduled", "N/A"),
            new Step(0.2, "CSICloneInProgress", "N/A"),
            new Step(0.7, "PrepClaimInProgress", "N/A"),
            new Step(0.85, "RebindInProgress", "N/A"),
            new Step(1, "Succeeded", "100.0%"));

    private final VirtObjects virt;
    private final FieldIndex index;

    DataVolumeController(VirtObjects virt, FieldIndex index) {
        this.virt = virt;
        this.index = index;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void start(ActorContext<ObjectKey> context) {
        context.watch(VirtObjects.CDI, "DataVolume", change -> {
            List<ObjectKey> keys = new ArrayList<>(List.of(ObjectKey.of(change.object())));
            if ("Succeeded".equals(change.object().text("status", "phase"))) {
                keys.addAll(clonesOf(change.object()));
            }
            return keys;
        });
    }

    private List<ObjectKey> clonesOf(JsonObject source) {
        List<ObjectKey> clones = new ArrayList<>();
        index.find(virt.dataVolumes, Meta.namespace(source), Meta.name(source), "spec", "source", "pvc", "name")
                .forEach(volume -> clones.add(ObjectKey.of(volume)));
        return clones;
    }

    @Override
    public Turn act(ObjectKey key, ActorContext<ObjectKey> context) {
        Optional<JsonObject> found = virt.get(virt.dataVolumes, key)
                .filter(volume -> !Meta.deleting(volume))
                .filter(volume -> !"Succeeded".equals(volume.text("status", "phase")));
        if (found.isEmpty()) {
            return Turn.done();
        }
        JsonObject volume = found.get();
        boolean clone = volume.at("spec", "source", "pvc") != null;
        Optional<Instant> start = clone ? cloneStart(volume) : Optional.of(created(volume));
        if (start.isEmpty()) {
            report(volume, new Step(0, "CloneScheduled", "N/A"), context.now());
            return Turn.done();
        }
        createClaim(volume);
        Duration total = virt.timings.draw(
                clone ? Stage.VOLUME_CLONE : Stage.VOLUME_IMPORT, virt.seed, key + "/" + Meta.uid(volume));
        List<Step> steps = clone ? CLONE : IMPORT;
        Duration elapsed = Duration.between(start.get(), context.now());
        Step current = steps.get(0);
        for (Step step : steps) {
            Duration due = share(total, step.from());
            if (due.compareTo(elapsed) > 0) {
                report(volume, current, context.now());
                return Turn.requeueAfter(due.minus(elapsed));
            }
            current = step;
        }
        report(volume, current, context.now());
        return Turn.done();
    }

    private static Duration share(Duration total, double part) {
        return Duration.ofMillis(Math.round(total.toMillis() * part));
    }

    private static Instant created(JsonObject volume) {
        return Instant.parse(String.valueOf(volume.text("metadata", "creationTimestamp")));
    }

    /** A clone begins when its source is complete; empty until then. */
    private Optional<Instant> cloneStart(JsonObject volume) {
        JsonObject source = volume.object("spec", "source", "pvc");
        String namespace = source.text("namespace") == null ? Meta.namespace(volume) : source.text("namespace");
        ObjectKey key = new ObjectKey(String.valueOf(namespace), String.valueOf(source.text("name")));
        Optional<JsonObject> filling = virt.get(virt.dataVolumes, key);
        if (filling.isPresent()) {
            String complete = CapiConditions.find(filling.get(), "Ready").text("lastTransitionTime");
            boolean succeeded = "Succeeded".equals(filling.get().text("status", "phase"));
            return succeeded && complete != null
                    ? Optional.of(latest(created(volume), Instant.parse(complete)))
                    : Optional.empty();
        }
        return virt.get(virt.claims, key).map(claim -> created(volume));
    }

    private static Instant latest(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private void createClaim(JsonObject volume) {
        ObjectKey key = ObjectKey.of(volume);
        if (virt.get(virt.claims, key).isPresent()) {
            return;
        }
        JsonObject storage =
                volume.at("spec", "storage") != null ? volume.object("spec", "storage") : volume.object("spec", "pvc");
        JsonObject spec = storage;
        if (storage.array("accessModes").isEmpty()) {
            // What the storage profile says where the user does not: block volumes that virtual machines can share.
            spec = spec.with("accessModes", List.of("ReadWriteMany")).with("volumeMode", "Block");
        }
        virt.objects.create(
                virt.claims,
                JsonObject.of(
                        "apiVersion",
                        "v1",
                        "kind",
                        "PersistentVolumeClaim",
                        "metadata",
                        JsonObject.of(
                                "name",
                                key.name(),
                                "namespace",
                                key.namespace(),
                                "labels",
                                volume.object("metadata", "labels").with("app", "containerized-data-importer"),
                                "ownerReferences",
                                List.of(Meta.controllerReference(volume))),
                        "spec",
                        spec),
                NAME);
    }

    private void report(JsonObject volume, Step step, Instant now) {
        boolean done = step.phase().equals("Succeeded");
        boolean working = step.phase().endsWith("InProgress");
        String name = Meta.name(volume);
        CapiConditions conditions = CapiConditions.of(volume, now);
        VirtConditions.set(
                conditions, "Bound", done, done ? "Bound" : "Pending", "PVC " + name + (done ? " Bound" : " Pending"));
        VirtConditions.set(conditions, "Ready", done, done ? "" : "TransferRunning", "");
        VirtConditions.set(conditions, "Running", working, done ? "Completed" : working ? "Pod is running" : "", "");
        JsonObject status = volume.object("status").toBuilder()
                .put("claimName", name)
                .put("conditions", conditions.build())
                .put("phase", step.phase())
                .put("progress", step.progress())
                .build();
        virt.writeStatus(virt.dataVolumes, volume, status, NAME);
    }
}
