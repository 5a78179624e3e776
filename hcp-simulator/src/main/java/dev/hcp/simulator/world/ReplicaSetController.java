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

/** Keeps as many pods as a ReplicaSet asks for. */
final class ReplicaSetController implements Actor<ObjectKey> {
    private static final String NAME = "replicaset-controller";

    private final Objects objects;
    private final ResourceType replicaSets;
    private final ResourceType pods;
    private final LastWords written = new LastWords();

    ReplicaSetController(Objects objects) {
        this.objects = objects;
        this.replicaSets = objects.resource("apps/v1", "ReplicaSet");
        this.pods = objects.resource("v1", "Pod");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void start(ActorContext<ObjectKey> context) {
        context.watch(
                "apps",
                "ReplicaSet",
                change -> written.isLeftBy(change) ? List.of() : List.of(ObjectKey.of(change.object())));
        context.watch("", "Pod", change -> ownerOf(change.object()));
    }

    private static List<ObjectKey> ownerOf(JsonObject pod) {
        return Meta.controller(pod)
                .filter(owner -> "ReplicaSet".equals(owner.text("kind")))
                .map(owner -> List.of(new ObjectKey(Meta.namespace(pod), String.valueOf(owner.text("name")))))
                .orElse(List.of());
    }

    @Override
    public Turn act(ObjectKey key, ActorContext<ObjectKey> context) {
        Optional<JsonObject> found = objects.get(replicaSets, key.namespace(), key.name());
        if (found.isEmpty() || Meta.deleting(found.get())) {
            return Turn.done();
        }
        JsonObject replicaSet = found.get();
        List<JsonObject> active = new ArrayList<>();
        for (JsonObject owned : objects.ownedBy(Meta.uid(replicaSet))) {
            if ("Pod".equals(owned.text("kind")) && PodTemplates.active(owned)) {
                active.add(owned);
            }
        }
        int wanted = (int) replicaSet.integer(1, "spec", "replicas");
        if (active.size() > wanted) {
            deleteSome(active, active.size() - wanted);
        }
        while (active.size() < wanted) {
            active.add(createPod(replicaSet, context));
        }
        writeStatus(replicaSet, active);
        return Turn.done();
    }

    private JsonObject createPod(JsonObject replicaSet, ActorContext<ObjectKey> context) {
        JsonObject template = replicaSet.object("spec", "template");
        String namespace = Meta.namespace(replicaSet);
        String prefix = Meta.name(replicaSet) + "-";
        String name;
        int attempt = 0;
        do {
            String stream = namespace + "/" + prefix + Meta.uid(replicaSet) + "/" + context.now() + "/" + attempt++;
            name = prefix + PodTemplates.suffix(context.random(stream));
        } while (objects.get(pods, namespace, name).isPresent());
        return objects.create(pods, PodTemplates.pod(replicaSet, template, name, template.object("spec")), NAME);
    }

    /** Those that are not ready go first, then the youngest. */
    private void deleteSome(List<JsonObject> active, int surplus) {
        List<JsonObject> order = new ArrayList<>(active);
        order.sort(Comparator.<JsonObject, Boolean>comparing(PodTemplates::ready)
                .thenComparing(
                        pod -> String.valueOf(pod.text("metadata", "creationTimestamp")), Comparator.reverseOrder())
                .thenComparing(Meta::name));
        for (JsonObject pod : order.subList(0, surplus)) {
            objects.delete(pods, Meta.namespace(pod), Meta.name(pod), Objects.Deletion.BACKGROUND);
            active.remove(pod);
        }
    }

    private void writeStatus(JsonObject replicaSet, List<JsonObject> active) {
        long ready = active.stream().filter(PodTemplates::ready).count();
        JsonObject status = JsonObject.builder(5)
                .put("availableReplicas", ready == 0 ? null : ready)
                .put("fullyLabeledReplicas", active.isEmpty() ? null : active.size())
                .put("observedGeneration", Meta.generation(replicaSet))
                .put("readyReplicas", ready == 0 ? null : ready)
                .put("replicas", active.size())
                .build();
        written.are(objects.mergePatch(
                replicaSets,
                Meta.namespace(replicaSet),
                Meta.name(replicaSet),
                "status",
                JsonObject.of("status", status),
                NAME));
    }
}
