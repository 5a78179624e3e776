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

    /** The share of an import that may pass before its pod runs. */
    private static final double EARLIEST = 0.7;

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
        context.watch("", "Pod", change -> {
            boolean importer = "importer".equals(change.object().text("metadata", "labels", "cdi.kubevirt.io"));
            return importer ? VirtObjects.owners(change.object(), "PersistentVolumeClaim") : List.of();
        });
        context.watch("", "PersistentVolumeClaim", change -> VirtObjects.owners(change.object(), "DataVolume"));
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
            // It holds the claim, which would not go.
            virt.delete(virt.pods, importerOf(key));
            return Turn.done();
        }
        JsonObject volume = found.get();
        return volume.at("spec", "source", "pvc") != null ? clone(volume, context) : fill(volume, context);
    }

    private static ObjectKey importerOf(ObjectKey volume) {
        return new ObjectKey(volume.namespace(), ImporterPod.nameFor(volume.name()));
    }

    private Turn clone(JsonObject volume, ActorContext<ObjectKey> context) {
        Optional<Instant> start = cloneStart(volume);
        if (start.isEmpty()) {
            report(volume, CLONE.get(0), Optional.empty(), context.now());
            return Turn.done();
        }
        int last = isBound(claimFor(volume)) ? CLONE.size() - 1 : CLONE.size() - 2;
        return follow(volume, CLONE, last, start.get(), total(volume, Stage.VOLUME_CLONE), Optional.empty(), context);
    }

    /** The importer is the claim's first consumer, so that it does not wait for the binding itself. */
    private Turn fill(JsonObject volume, ActorContext<ObjectKey> context) {
        JsonObject claim = claimFor(volume);
        JsonObject pod = virt.get(virt.pods, importerOf(ObjectKey.of(volume)))
                .orElseGet(() -> virt.objects.create(virt.pods, ImporterPod.build(volume, claim), NAME));
        ImporterPod importer = new ImporterPod(pod);
        Duration total = total(volume, Stage.VOLUME_IMPORT);
        Optional<Instant> running = importer.runningSince();
        Instant start = running.map(since -> latest(created(volume), since.minus(share(total, EARLIEST))))
                .orElse(created(volume));
        int last = running.isPresent() ? IMPORT.size() - 1 : importer.begun() ? 2 : isBound(claim) ? 1 : 0;
        return follow(volume, IMPORT, last, start, total, Optional.of(importer), context);
    }

    private Duration total(JsonObject volume, Stage stage) {
        return virt.timings.draw(stage, virt.seed, ObjectKey.of(volume) + "/" + Meta.uid(volume));
    }

    private static boolean isBound(JsonObject claim) {
        return "Bound".equals(claim.text("status", "phase"));
    }

    /** Reports the step that is due; what a later one than the last waits for comes with another turn. */
    private Turn follow(
            JsonObject volume,
            List<Step> steps,
            int last,
            Instant start,
            Duration total,
            Optional<ImporterPod> importer,
            ActorContext<ObjectKey> context) {
        Duration elapsed = Duration.between(start, context.now());
        Step current = steps.get(0);
        for (Step step : steps.subList(0, last + 1)) {
            Duration due = share(total, step.from());
            if (due.compareTo(elapsed) > 0) {
                report(volume, current, importer, context.now());
                return Turn.requeueAfter(due.minus(elapsed));
            }
            current = step;
        }
        report(volume, current, importer, context.now());
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

    private JsonObject claimFor(JsonObject volume) {
        return virt.get(virt.claims, ObjectKey.of(volume)).orElseGet(() -> createClaim(volume));
    }

    private JsonObject createClaim(JsonObject volume) {
        ObjectKey key = ObjectKey.of(volume);
        JsonObject storage =
                volume.at("spec", "storage") != null ? volume.object("spec", "storage") : volume.object("spec", "pvc");
        JsonObject spec = storage;
        if (storage.array("accessModes").isEmpty()) {
            // What the storage profile says where the user does not: block volumes that virtual machines can share.
            spec = spec.with("accessModes", List.of("ReadWriteMany")).with("volumeMode", "Block");
        }
        return virt.objects.create(
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

    private void report(JsonObject volume, Step step, Optional<ImporterPod> importer, Instant now) {
        boolean done = step.phase().equals("Succeeded");
        boolean working = step.phase().endsWith("InProgress");
        String name = Meta.name(volume);
        CapiConditions conditions = CapiConditions.of(volume, now);
        VirtConditions.set(
                conditions, "Bound", done, done ? "Bound" : "Pending", "PVC " + name + (done ? " Bound" : " Pending"));
        VirtConditions.set(conditions, "Ready", done, done ? "" : "TransferRunning", "");
        Optional<ImporterPod.Trouble> trouble = importer.flatMap(ImporterPod::trouble);
        if (trouble.isPresent()) {
            VirtConditions.set(
                    conditions,
                    "Running",
                    false,
                    trouble.get().reason(),
                    trouble.get().message());
        } else {
            VirtConditions.set(
                    conditions, "Running", working, done ? "Completed" : working ? "Pod is running" : "", "");
        }
        long restarts = importer.map(ImporterPod::restarts).orElse(0L);
        JsonObject.Builder status = volume.object("status").toBuilder()
                .put("claimName", name)
                .put("conditions", conditions.build())
                .put("phase", step.phase())
                .put("progress", step.progress());
        if (restarts > 0) {
            status.put("restartCount", restarts);
        }
        virt.writeStatus(virt.dataVolumes, volume, status.build(), NAME);
    }
}
