package dev.hcp.simulator.world.capi;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Hashes;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.simulator.kernel.ActorContext;
import dev.hcp.simulator.world.Meta;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The machine sets of a MachineDeployment, one for each template it had. */
final class Revisions {
    private static final String HASH = "machine-template-hash";
    private static final String REVISION = "machinedeployment.clusters.x-k8s.io/revision";
    private static final String HISTORY = "machinedeployment.clusters.x-k8s.io/revision-history";
    private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

    private final CapiObjects capi;
    private final JsonObject deployment;
    private final List<JsonObject> sets;

    Revisions(CapiObjects capi, JsonObject deployment, List<JsonObject> sets) {
        this.capi = capi;
        this.deployment = deployment;
        this.sets = sets;
    }

    /** The arithmetic of the deployment's strategy. */
    @FunctionalInterface
    interface Step {
        /** The replicas, by name, of those sets that change. */
        Map<String, Integer> next(Rollout.Size current, List<Rollout.Size> old);
    }

    /**
     * The set of the deployment's template, made if it has none.
     *
     * @param step says with how many machines a set that is made begins
     */
    JsonObject current(Step step, ActorContext<ObjectKey> context) {
        return find(context.now()).map(this::inLine).orElseGet(() -> create(step, context));
    }

    /** The set of the deployment's template, if it has one. */
    Optional<JsonObject> find(Instant now) {
        JsonObject wanted = comparable(deployment.object("spec", "template"));
        Optional<Instant> rollout = rolloutAfter().filter(time -> !time.isAfter(now));
        return sets.stream()
                .filter(set -> comparable(set.object("spec", "template")).equals(wanted))
                .filter(set -> rollout.isEmpty() || !created(set).isBefore(rollout.get()))
                .min(Comparator.comparing((JsonObject set) -> -set.integer(0, "spec", "replicas"))
                        .thenComparing(set -> String.valueOf(set.text("metadata", "creationTimestamp"))));
    }

    /** From when on machines that were made before shall be replaced, even though their template is the same. */
    Optional<Instant> rolloutAfter() {
        String text = deployment.text("spec", "rolloutAfter");
        // Sets say in whole seconds when they were made: one that is made then must not count as older.
        return text == null ? Optional.empty() : Optional.of(Instant.parse(text).truncatedTo(ChronoUnit.SECONDS));
    }

    private static Instant created(JsonObject set) {
        String created = set.text("metadata", "creationTimestamp");
        return created == null ? Instant.EPOCH : Instant.parse(created);
    }

    /** What two templates have to have in common; the rest is changed in machines that exist. */
    private static JsonObject comparable(JsonObject template) {
        JsonObject spec = template.object("spec")
                .without("nodeDrainTimeout")
                .without("nodeVolumeDetachTimeout")
                .without("nodeDeletionTimeout");
        JsonObject reference = spec.object("infrastructureRef");
        String apiVersion = reference.text("apiVersion");
        int slash = apiVersion == null ? -1 : apiVersion.indexOf('/');
        return apiVersion == null || slash < 0
                ? spec
                : spec.with("infrastructureRef", reference.with("apiVersion", apiVersion.substring(0, slash)));
    }

    private JsonObject create(Step step, ActorContext<ObjectKey> context) {
        JsonObject template = deployment.object("spec", "template");
        long hash = Long.parseLong(Hashes.simple(Json.write(comparable(template))), 16);
        long revision = newest() + 1;
        String base = Meta.name(deployment);
        String name = RandomNames.generate(
                base,
                "machine set of " + Meta.uid(deployment) + " " + hash + " " + revision,
                context,
                candidate -> capi.objects
                        .get(capi.machineSets, Meta.namespace(deployment), candidate)
                        .isPresent());
        String suffix = name.substring(name.lastIndexOf('-') + 1);
        String cluster = String.valueOf(deployment.text("spec", "clusterName"));
        JsonObject selector =
                deployment.object("spec", "selector", "matchLabels").with(HASH, hash + "-" + suffix);
        JsonObject allLabels = labels(selector);
        Rollout.Size empty = new Rollout.Size(name, sets.size(), 0, 0, 0);
        List<Rollout.Size> others = new ArrayList<>();
        for (JsonObject set : sets) {
            others.add(new Rollout.Size(
                    Meta.name(set),
                    others.size(),
                    (int) set.integer(0, "spec", "replicas"),
                    (int) set.integer(0, "status", "replicas"),
                    (int) set.integer(0, "status", "availableReplicas")));
        }
        int replicas = step.next(empty, others).getOrDefault(name, 0);
        JsonObject created = capi.create(
                capi.machineSets,
                JsonObject.of(
                        "apiVersion", deployment.text("apiVersion"),
                        "kind", "MachineSet",
                        "metadata",
                                JsonObject.of(
                                        "name",
                                        name,
                                        "namespace",
                                        Meta.namespace(deployment),
                                        "labels",
                                        allLabels,
                                        "annotations",
                                        annotations(revision),
                                        "ownerReferences",
                                        List.of(Meta.controllerReference(deployment))),
                        "spec",
                                JsonObject.of(
                                        "clusterName",
                                        cluster,
                                        "minReadySeconds",
                                        deployment.integer(0, "spec", "minReadySeconds"),
                                        "replicas",
                                        replicas,
                                        "selector",
                                        JsonObject.of("matchLabels", selector),
                                        "template",
                                        template.withAt(allLabels, "metadata", "labels"))));
        capi.event(
                capi.machineDeployments,
                deployment,
                false,
                "SuccessfulCreate",
                "Created MachineSet " + Meta.namespace(deployment) + "/" + name,
                MachineDeploymentController.SOURCE);
        annotate(capi.get(capi.machineDeployments, ObjectKey.of(deployment)).orElse(deployment), revision);
        return created;
    }

    /** Going back to an earlier template makes its set the newest; timeouts and annotations are carried over. */
    private JsonObject inLine(JsonObject set) {
        long revision = revision(set);
        JsonObject patch = JsonObject.EMPTY;
        JsonObject.Builder annotations = JsonObject.builder(4);
        if (revision < newest()) {
            String history = set.text("metadata", "annotations", HISTORY);
            annotations.put(HISTORY, (history == null ? "" : history + ",") + revision);
            revision = newest() + 1;
            annotations.put(REVISION, String.valueOf(revision));
        }
        deployment.object("metadata", "annotations").forEach((key, value) -> {
            boolean own = key.equals(REVISION) || key.equals(HISTORY) || key.equals(LAST_APPLIED);
            if (!own && !java.util.Objects.equals(value, set.at("metadata", "annotations", key))) {
                annotations.put(key, value);
            }
        });
        JsonObject changed = annotations.build();
        if (!changed.isEmpty()) {
            patch = patch.withAt(changed, "metadata", "annotations");
        }
        for (String field : List.of("nodeDrainTimeout", "nodeVolumeDetachTimeout", "nodeDeletionTimeout")) {
            Object wanted = deployment.at("spec", "template", "spec", field);
            if (!java.util.Objects.equals(wanted, set.at("spec", "template", "spec", field))) {
                patch = patch.withAt(wanted, "spec", "template", "spec", field);
            }
        }
        JsonObject metadata = changes(
                deployment.object("spec", "template", "metadata", "annotations"),
                set.object("spec", "template", "metadata", "annotations"));
        if (!metadata.isEmpty()) {
            patch = patch.withAt(metadata, "spec", "template", "metadata", "annotations");
        }
        JsonObject labels = changes(
                labels(set.object("spec", "selector", "matchLabels")),
                set.object("spec", "template", "metadata", "labels"));
        if (!labels.isEmpty()) {
            patch = patch.withAt(labels, "spec", "template", "metadata", "labels");
        }
        annotate(deployment, revision);
        return patch.isEmpty() ? set : capi.patch(capi.machineSets, set, patch);
    }

    /** A merge patch from one map of texts to another. */
    private static JsonObject changes(JsonObject wanted, JsonObject actual) {
        JsonObject.Builder patch = JsonObject.builder(4);
        actual.forEach((key, value) -> {
            if (!wanted.containsKey(key)) {
                patch.put(key, null);
            }
        });
        wanted.forEach((key, value) -> {
            if (!java.util.Objects.equals(value, actual.get(key))) {
                patch.put(key, value);
            }
        });
        return patch.build();
    }

    /** The labels of a set's machines. */
    private JsonObject labels(JsonObject selector) {
        JsonObject.Builder labels = deployment.object("spec", "template", "metadata", "labels").toBuilder();
        selector.forEach(labels::put);
        return labels.put(CapiObjects.CLUSTER_NAME, deployment.text("spec", "clusterName"))
                .put(CapiObjects.DEPLOYMENT_NAME, Meta.name(deployment))
                .build();
    }

    private void annotate(JsonObject object, long revision) {
        String text = String.valueOf(revision);
        if (!text.equals(object.text("metadata", "annotations", REVISION))) {
            capi.patch(
                    capi.machineDeployments,
                    object,
                    JsonObject.EMPTY.withAt(text, "metadata", "annotations", REVISION));
        }
    }

    private JsonObject annotations(long revision) {
        return deployment
                .object("metadata", "annotations")
                .without(LAST_APPLIED)
                .with(REVISION, String.valueOf(revision));
    }

    private long newest() {
        return sets.stream().mapToLong(Revisions::revision).max().orElse(0);
    }

    /** The revision of a deployment or set; 0 without one. */
    static long revision(Optional<JsonObject> object) {
        return object.map(Revisions::revision).orElse(0L);
    }

    private static long revision(JsonObject set) {
        String text = set.text("metadata", "annotations", REVISION);
        return text == null ? 0 : Long.parseLong(text);
    }

    /** Deletes the oldest empty sets, but for as many as the history shall keep. */
    void cleanUp(List<JsonObject> old) {
        List<JsonObject> empty = new ArrayList<>();
        for (JsonObject set : old) {
            if (set.integer(0, "spec", "replicas") == 0 && set.integer(0, "status", "replicas") == 0) {
                empty.add(set);
            }
        }
        empty.sort(Comparator.comparingLong(Revisions::revision));
        int kept = (int) deployment.integer(1, "spec", "revisionHistoryLimit");
        for (int i = 0; i < empty.size() - kept; i++) {
            capi.delete(capi.machineSets, empty.get(i));
        }
    }
}
