package dev.hcp.simulator.world;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Annotations;
import dev.hcp.platforms.KeyMaterial;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import dev.hcp.simulator.kernel.Actor;
import dev.hcp.simulator.kernel.ActorContext;
import dev.hcp.simulator.kernel.Seed;
import dev.hcp.simulator.kernel.Turn;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The ignition servers of control planes: each token secret gets the result of rendering its payload, and the payload
 * itself where nodes are upgraded in place. A token is replaced by another when half of its life is over, and stays good
 * beside it until that is replaced in turn. A token secret that has come to its end is deleted.
 */
final class IgnitionServer implements Actor<ObjectKey> {
    private static final String NAME = "ignition-server";
    private static final String TOKEN_SECRET = "hypershift.openshift.io/ignition-config";
    private static final String UPGRADE_TYPE = "hypershift.openshift.io/node-pool-upgrade-type";

    private static final Duration TOKEN_LIFE = Duration.ofHours(11);
    private static final Duration ROTATION = TOKEN_LIFE.dividedBy(2);

    private final Objects objects;
    private final Timings timings;
    private final Seed seed;
    private final KeyMaterial keys;
    private final ResourceType secrets;
    private final ResourceType deployments;

    IgnitionServer(Objects objects, Timings timings, Seed seed, KeyMaterial keys) {
        this.objects = objects;
        this.timings = timings;
        this.seed = seed;
        this.keys = keys;
        this.secrets = objects.resource("v1", "Secret");
        this.deployments = objects.resource("apps/v1", "Deployment");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void start(ActorContext<ObjectKey> context) {
        context.watch(
                "", "Secret", change -> isToken(change.object()) ? List.of(ObjectKey.of(change.object())) : List.of());
        context.watch(
                "apps",
                "Deployment",
                change ->
                        NAME.equals(Meta.name(change.object())) ? waiting(Meta.namespace(change.object())) : List.of());
    }

    private static boolean isToken(JsonObject secret) {
        return "true".equals(secret.text("metadata", "annotations", TOKEN_SECRET)) && !Meta.deleting(secret);
    }

    private static boolean waits(JsonObject secret) {
        return isToken(secret) && !secret.object("data").containsKey("reason");
    }

    private static boolean ends(JsonObject secret) {
        return secret.at("metadata", "annotations", Annotations.IGNITION_TOKEN_EXPIRATION_TIMESTAMP) != null
                && isToken(secret);
    }

    private List<ObjectKey> waiting(String namespace) {
        List<ObjectKey> keys = new ArrayList<>();
        for (JsonObject secret : objects.list(secrets, namespace)) {
            if (isToken(secret)) {
                keys.add(ObjectKey.of(secret));
            }
        }
        return keys;
    }

    @Override
    public Turn act(ObjectKey key, ActorContext<ObjectKey> context) {
        Optional<JsonObject> token = objects.get(secrets, key.namespace(), key.name());
        Optional<JsonObject> secret = token.filter(IgnitionServer::waits);
        boolean runs = objects.get(deployments, key.namespace(), NAME)
                .filter(deployment -> deployment.integer(0, "status", "availableReplicas") > 0)
                .isPresent();
        if (runs && token.filter(IgnitionServer::ends).isPresent()) {
            return endOf(key, token.get(), context.now());
        }
        if (token.filter(IgnitionServer::isToken).isEmpty() || !runs) {
            return Turn.done();
        }
        if (secret.isEmpty()) {
            return rotationOf(key, token.get(), context.now());
        }
        Instant due = serverSince(key.namespace(), secret.get())
                .plus(timings.draw(Stage.IGNITION_PAYLOAD, seed, key + "/" + Meta.uid(secret.get())));
        if (context.now().isBefore(due)) {
            return Turn.requeueAfter(Duration.between(context.now(), due));
        }
        JsonObject data =
                JsonObject.of("reason", base64("AsExpected"), "message", base64("Payload generated successfully"));
        if ("InPlace".equals(secret.get().text("metadata", "annotations", UPGRADE_TYPE))) {
            data = data.with("payload", base64("{\"ignition\":{\"version\":\"3.2.0\"}}"));
        }
        objects.mergePatch(secrets, key.namespace(), key.name(), null, JsonObject.of("data", data), NAME);
        return rotationOf(key, secret.get(), context.now());
    }

    /** Machines that were made with the token before keep getting what it is for. */
    private Turn rotationOf(ObjectKey key, JsonObject token, Instant now) {
        String made = token.text("metadata", "annotations", Annotations.LAST_TOKEN_GENERATION_TIME);
        if (made == null) {
            // Not made by a node pool: nobody would learn of another token.
            return Turn.done();
        }
        Instant due;
        try {
            due = Instant.parse(made).plus(ROTATION);
        } catch (DateTimeParseException e) {
            return Turn.failed("annotation " + Annotations.LAST_TOKEN_GENERATION_TIME + " of secret " + key
                    + " is no time: " + made);
        }
        if (now.isBefore(due)) {
            return Turn.resyncAfter(Duration.between(now, due));
        }
        objects.mergePatch(
                secrets,
                key.namespace(),
                key.name(),
                null,
                JsonObject.of(
                        "metadata",
                        JsonObject.of(
                                "annotations", JsonObject.of(Annotations.LAST_TOKEN_GENERATION_TIME, now.toString())),
                        "data",
                        JsonObject.of(
                                "old_token",
                                token.at("data", "token"),
                                "token",
                                base64(keys.uuid(key + "/token/" + Meta.uid(token) + "/" + now)))),
                NAME);
        return Turn.resyncAfter(ROTATION);
    }

    /** Machines that are on their way may still use the token until its time has come. */
    private Turn endOf(ObjectKey key, JsonObject token, Instant now) {
        Instant end = Instant.parse(
                String.valueOf(token.text("metadata", "annotations", Annotations.IGNITION_TOKEN_EXPIRATION_TIMESTAMP)));
        if (now.isBefore(end)) {
            return Turn.resyncAfter(Duration.between(now, end));
        }
        objects.delete(secrets, key.namespace(), key.name(), Objects.Deletion.BACKGROUND);
        return Turn.done();
    }

    /** Since when the payload could be worked on. */
    private Instant serverSince(String namespace, JsonObject secret) {
        Instant created = Instant.parse(String.valueOf(secret.text("metadata", "creationTimestamp")));
        String available = objects.get(deployments, namespace, NAME)
                .map(deployment -> ConditionList.find(deployment.array("status", "conditions"), "Available")
                        .text("lastTransitionTime"))
                .orElse(null);
        Instant since = available == null ? created : Instant.parse(available);
        return since.isAfter(created) ? since : created;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
