package dev.hcp.simulator.world;

import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import dev.hcp.simulator.kernel.Actor;
import dev.hcp.simulator.kernel.ActorContext;
import dev.hcp.simulator.kernel.Turn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Rolls Deployments out by way of ReplicaSets. */
final class DeploymentController implements Actor<ObjectKey> {
    private static final String NAME = "deployment-controller";
    private static final String REVISION = "deployment.kubernetes.io/revision";
    private static final String TEMPLATE_HASH = "pod-template-hash";

    private final Objects objects;
    private final ResourceType deployments;
    private final ResourceType replicaSets;
    private final LastWords written = new LastWords();

    DeploymentController(Objects objects) {
        this.objects = objects;
        this.deployments = objects.resource("apps/v1", "Deployment");
        this.replicaSets = objects.resource("apps/v1", "ReplicaSet");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void start(ActorContext<ObjectKey> context) {
        context.watch(
                "apps",
                "Deployment",
                change -> written.isLeftBy(change) ? List.of() : List.of(ObjectKey.of(change.object())));
        context.watch("apps", "ReplicaSet", change -> Meta.controller(change.object())
                .map(owner ->
                        List.of(new ObjectKey(Meta.namespace(change.object()), String.valueOf(owner.text("name")))))
                .orElse(List.of()));
    }

    @Override
    public Turn act(ObjectKey key, ActorContext<ObjectKey> context) {
        Optional<JsonObject> found = objects.get(deployments, key.namespace(), key.name());
        if (found.isEmpty() || Meta.deleting(found.get())) {
            return Turn.done();
        }
        JsonObject deployment = found.get();
        String hash = PodTemplates.hash(deployment.object("spec", "template"));
        List<JsonObject> owned = ownedReplicaSets(deployment);
        Optional<JsonObject> current = owned.stream()
                .filter(set -> hash.equals(set.text("metadata", "labels", TEMPLATE_HASH)))
                .findFirst();
        boolean created = false;
        if (current.isEmpty() && !deployment.isTrue("spec", "paused")) {
            current = Optional.of(create(deployment, owned, hash));
            owned = ownedReplicaSets(deployment);
            created = true;
        }
        DeploymentRollout rollout = new DeploymentRollout(deployment, current, owned);
        JsonObject annotations = rollout.annotations();
        rollout.scales().forEach((set, replicas) -> scale(set, replicas, annotations));
        if (rollout.complete()) {
            dropOldRevisions(deployment, owned, hash);
        }
        DeploymentProgress progress =
                new DeploymentProgress(deployment, current, ownedReplicaSets(deployment), context.now());
        written.are(objects.mergePatch(
                deployments,
                key.namespace(),
                key.name(),
                "status",
                withRevision(JsonObject.of("status", progress.status(created)), current),
                NAME));
        return progress.deadline().map(Turn::requeueAfter).orElseGet(Turn::done);
    }

    /** The revision goes with the status: a write of the Deployment itself would count as a change of what is wanted. */
    private static JsonObject withRevision(JsonObject patch, Optional<JsonObject> current) {
        return current.isEmpty()
                ? patch
                : patch.withAt(Long.toString(revision(current.get())), "metadata", "annotations", REVISION);
    }

    private List<JsonObject> ownedReplicaSets(JsonObject deployment) {
        List<JsonObject> owned = new ArrayList<>();
        for (JsonObject object : objects.ownedBy(Meta.uid(deployment))) {
            if ("ReplicaSet".equals(object.text("kind")) && !Meta.deleting(object)) {
                owned.add(object);
            }
        }
        owned.sort(Comparator.comparingLong(DeploymentController::revision).thenComparing(Meta::name));
        return owned;
    }

    static long revision(JsonObject object) {
        String revision = object.text("metadata", "annotations", REVISION);
        return revision == null ? 0 : Long.parseLong(revision);
    }

    private JsonObject create(JsonObject deployment, List<JsonObject> owned, String hash) {
        String revision = Long.toString(1 + (owned.isEmpty() ? 0 : revision(owned.get(owned.size() - 1))));
        JsonObject template = deployment.object("spec", "template").withAt(hash, "metadata", "labels", TEMPLATE_HASH);
        JsonObject selector = deployment.object("spec", "selector").withAt(hash, "matchLabels", TEMPLATE_HASH);
        JsonObject metadata = JsonObject.builder(5)
                .put("name", Meta.name(deployment) + "-" + hash)
                .put("namespace", Meta.namespace(deployment))
                .put("labels", template.at("metadata", "labels"))
                .put(
                        "annotations",
                        new DeploymentRollout(deployment, Optional.empty(), List.of())
                                .annotations()
                                .with(REVISION, revision))
                .put("ownerReferences", List.of(Meta.controllerReference(deployment)))
                .build();
        JsonObject spec = JsonObject.of("replicas", 0, "selector", selector, "template", template);
        JsonObject set =
                JsonObject.of("apiVersion", "apps/v1", "kind", "ReplicaSet", "metadata", metadata, "spec", spec);
        boolean first = owned.isEmpty();
        return objects.create(
                replicaSets,
                first ? set.withAt(DeploymentRollout.replicas(deployment), "spec", "replicas") : set,
                NAME);
    }

    /** A patch that changes nothing writes nothing. */
    private void scale(JsonObject replicaSet, int replicas, JsonObject annotations) {
        objects.mergePatch(
                replicaSets,
                Meta.namespace(replicaSet),
                Meta.name(replicaSet),
                null,
                JsonObject.of(
                        "metadata",
                        JsonObject.of("annotations", annotations),
                        "spec",
                        JsonObject.of("replicas", replicas)),
                NAME);
    }

    private void dropOldRevisions(JsonObject deployment, List<JsonObject> owned, String currentHash) {
        List<JsonObject> old = owned.stream()
                .filter(set -> !currentHash.equals(set.text("metadata", "labels", TEMPLATE_HASH)))
                .filter(set -> set.integer(0, "spec", "replicas") == 0 && set.integer(0, "status", "replicas") == 0)
                .toList();
        long surplus = old.size() - deployment.integer(10, "spec", "revisionHistoryLimit");
        for (JsonObject set : old) {
            if (surplus-- > 0) {
                objects.delete(replicaSets, Meta.namespace(set), Meta.name(set), Objects.Deletion.BACKGROUND);
            }
        }
    }
}
