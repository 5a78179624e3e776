package dev.hcp.simulator.world;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import dev.hcp.simulator.kernel.Actor;
import dev.hcp.simulator.kernel.ActorContext;
import dev.hcp.simulator.kernel.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Keeps the numbered pods of StatefulSets, with their volume claims; revisions are hashes, without ControllerRevisions. */
final class StatefulSetController implements Actor<ObjectKey> {
    private static final String NAME = "statefulset-controller";
    private static final String REVISION = "controller-revision-hash";

    private final Objects objects;
    private final ResourceType statefulSets;
    private final ResourceType pods;
    private final ResourceType claims;

    StatefulSetController(Objects objects) {
        this.objects = objects;
        this.statefulSets = objects.resource("apps/v1", "StatefulSet");
        this.pods = objects.resource("v1", "Pod");
        this.claims = objects.resource("v1", "PersistentVolumeClaim");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void start(ActorContext<ObjectKey> context) {
        context.watch("apps", "StatefulSet", change -> List.of(ObjectKey.of(change.object())));
        context.watch(
                "", "PersistentVolumeClaim", change -> change.after() == null ? claimants(change.object()) : List.of());
        context.watch("", "Pod", change -> Meta.controller(change.object())
                .filter(owner -> "StatefulSet".equals(owner.text("kind")))
                .map(owner ->
                        List.of(new ObjectKey(Meta.namespace(change.object()), String.valueOf(owner.text("name")))))
                .orElse(List.of()));
    }

    /** The sets whose pods a claim was for: it is made again if a pod still waits for it. */
    private List<ObjectKey> claimants(JsonObject claim) {
        return objects.list(statefulSets, Meta.namespace(claim)).stream()
                .filter(set -> Meta.name(claim).contains("-" + Meta.name(set) + "-"))
                .map(ObjectKey::of)
                .toList();
    }

    @Override
    public Turn act(ObjectKey key, ActorContext<ObjectKey> context) {
        Optional<JsonObject> found = objects.get(statefulSets, key.namespace(), key.name());
        if (found.isEmpty() || Meta.deleting(found.get())) {
            return Turn.done();
        }
        JsonObject set = found.get();
        String revision = key.name() + "-" + PodTemplates.hash(set.object("spec", "template"));
        int wanted = (int) set.integer(1, "spec", "replicas");
        TreeMap<Integer, JsonObject> byOrdinal = podsByOrdinal(set);
        boolean parallel = "Parallel".equals(set.text("spec", "podManagementPolicy"));
        create(set, byOrdinal, wanted, revision, parallel);
        if (!removeSurplus(byOrdinal, wanted, parallel)) {
            rollNext(set, byOrdinal, wanted, revision);
        }
        writeStatus(set, podsByOrdinal(set), wanted, revision);
        return Turn.done();
    }

    private TreeMap<Integer, JsonObject> podsByOrdinal(JsonObject set) {
        TreeMap<Integer, JsonObject> found = new TreeMap<>();
        int prefix = Meta.name(set).length() + 1;
        for (JsonObject owned : objects.ownedBy(Meta.uid(set))) {
            if ("Pod".equals(owned.text("kind"))) {
                found.put(Integer.parseInt(Meta.name(owned).substring(prefix)), owned);
            }
        }
        return found;
    }

    /** Makes the pods that are missing; one after the other, each ready before the next, unless in parallel. */
    private void create(
            JsonObject set, TreeMap<Integer, JsonObject> existing, int wanted, String revision, boolean parallel) {
        for (int ordinal = 0; ordinal < wanted; ordinal++) {
            JsonObject pod = existing.get(ordinal);
            if (pod == null) {
                createPod(set, ordinal, revision);
            } else if (pod.text("spec", "nodeName") == null && !Meta.deleting(pod)) {
                createClaims(set, Meta.name(pod));
            }
            if (!parallel && !PodTemplates.ready(pod)) {
                return;
            }
        }
    }

    private void createPod(JsonObject set, int ordinal, String revision) {
        String namespace = Meta.namespace(set);
        String name = Meta.name(set) + "-" + ordinal;
        JsonObject template = set.object("spec", "template");
        JsonObject labelled = template.withAt(
                template.object("metadata", "labels")
                        .with("apps.kubernetes.io/pod-index", Integer.toString(ordinal))
                        .with(REVISION, revision)
                        .with("statefulset.kubernetes.io/pod-name", name),
                "metadata",
                "labels");
        List<@Nullable Object> volumes = new ArrayList<>(template.array("spec", "volumes"));
        for (Object item : set.array("spec", "volumeClaimTemplates")) {
            if (item instanceof JsonObject claimTemplate) {
                String claim = Meta.name(claimTemplate) + "-" + name;
                volumes.add(JsonObject.of(
                        "name", Meta.name(claimTemplate), "persistentVolumeClaim", JsonObject.of("claimName", claim)));
            }
        }
        JsonObject spec = template.object("spec").with("hostname", name);
        String service = set.text("spec", "serviceName");
        if (service != null) {
            spec = spec.with("subdomain", service);
        }
        if (!volumes.isEmpty()) {
            spec = spec.with("volumes", JsonArray.copyOf(volumes));
        }
        createClaims(set, name);
        if (objects.get(pods, namespace, name).isEmpty()) {
            objects.create(pods, PodTemplates.pod(set, labelled, name, spec), NAME);
        }
    }

    private void createClaims(JsonObject set, String pod) {
        for (Object item : set.array("spec", "volumeClaimTemplates")) {
            if (item instanceof JsonObject claimTemplate) {
                createClaim(set, claimTemplate, Meta.name(claimTemplate) + "-" + pod);
            }
        }
    }

    private void createClaim(JsonObject set, JsonObject template, String name) {
        if (objects.get(claims, Meta.namespace(set), name).isPresent()) {
            return;
        }
        JsonObject metadata = JsonObject.builder(4)
                .put("name", name)
                .put("namespace", Meta.namespace(set))
                .put("labels", set.object("spec", "selector", "matchLabels"))
                .putIfPresent("annotations", template.at("metadata", "annotations"))
                .build();
        objects.create(
                claims,
                JsonObject.of(
                        "apiVersion",
                        "v1",
                        "kind",
                        "PersistentVolumeClaim",
                        "metadata",
                        metadata,
                        "spec",
                        template.object("spec")),
                NAME);
    }

    /** Removes pods from the top; one at a time unless in parallel. Answers whether there were any. */
    private boolean removeSurplus(TreeMap<Integer, JsonObject> existing, int wanted, boolean parallel) {
        boolean any = false;
        for (JsonObject pod : existing.tailMap(wanted, true).descendingMap().values()) {
            any = true;
            if (!Meta.deleting(pod)) {
                objects.delete(pods, Meta.namespace(pod), Meta.name(pod), Objects.Deletion.BACKGROUND);
            }
            if (!parallel) {
                break;
            }
        }
        return any;
    }

    /** Deletes the highest pod of an old revision once all above it are ready. */
    private void rollNext(JsonObject set, TreeMap<Integer, JsonObject> existing, int wanted, String revision) {
        if ("OnDelete".equals(set.text("spec", "updateStrategy", "type"))) {
            return;
        }
        long partition = set.integer(0, "spec", "updateStrategy", "rollingUpdate", "partition");
        for (int ordinal = wanted - 1; ordinal >= partition; ordinal--) {
            JsonObject pod = existing.get(ordinal);
            if (pod == null || Meta.deleting(pod)) {
                return;
            }
            if (!revision.equals(pod.text("metadata", "labels", REVISION))) {
                objects.delete(pods, Meta.namespace(pod), Meta.name(pod), Objects.Deletion.BACKGROUND);
                return;
            }
            if (!PodTemplates.ready(pod)) {
                return;
            }
        }
    }

    private void writeStatus(JsonObject set, TreeMap<Integer, JsonObject> existing, int wanted, String revision) {
        long ready = existing.values().stream().filter(PodTemplates::ready).count();
        long updated = existing.values().stream()
                .filter(pod -> revision.equals(pod.text("metadata", "labels", REVISION)))
                .count();
        boolean complete = updated == wanted && ready == wanted && existing.size() == wanted;
        String known = set.text("status", "currentRevision");
        String current = complete || known == null ? revision : known;
        long onCurrent = existing.values().stream()
                .filter(pod -> current.equals(pod.text("metadata", "labels", REVISION)))
                .count();
        JsonObject status = JsonObject.builder(9)
                .put("availableReplicas", ready)
                .put("collisionCount", 0)
                .put("currentReplicas", onCurrent == 0 ? null : onCurrent)
                .put("currentRevision", current)
                .put("observedGeneration", Meta.generation(set))
                .put("readyReplicas", ready == 0 ? null : ready)
                .put("replicas", existing.size())
                .put("updateRevision", revision)
                .put("updatedReplicas", updated == 0 ? null : updated)
                .build();
        objects.mergePatch(
                statefulSets, Meta.namespace(set), Meta.name(set), "status", JsonObject.of("status", status), NAME);
    }
}
