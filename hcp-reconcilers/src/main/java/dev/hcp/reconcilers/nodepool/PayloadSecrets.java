package dev.hcp.reconcilers.nodepool;

import dev.hcp.api.HcpException;
import dev.hcp.api.configuration.ClusterConfiguration;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Annotations;
import dev.hcp.api.names.ConditionReasons;
import dev.hcp.api.names.ConditionTypes;
import dev.hcp.api.names.Hashes;
import dev.hcp.reconcilers.Conditions;
import dev.hcp.reconcilers.ObjectKey;
import io.fabric8.kubernetes.api.model.Secret;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** The two secrets of a pool's payload: the token, which the ignition server reads, and the user data of machines. */
final class PayloadSecrets {
    private static final Duration GRACE = Duration.ofHours(2);

    private PayloadSecrets() {}

    static ObjectKey tokenKey(PoolState state, String payloadHash) {
        return new ObjectKey(state.controlPlaneNamespace, tokenPrefix(state) + payloadHash);
    }

    static ObjectKey userDataKey(PoolState state, String payloadHash) {
        return new ObjectKey(state.controlPlaneNamespace, userDataPrefix(state) + payloadHash);
    }

    private static String tokenPrefix(PoolState state) {
        return "token-" + state.key.name() + "-";
    }

    private static String userDataPrefix(PoolState state) {
        return "user-data-" + state.key.name() + "-";
    }

    /** The hashes of the payloads that the pool has user data of, or a token that does not end. */
    static Set<String> payloads(PoolState state) {
        Set<String> payloads = new TreeSet<>();
        // A namespace has hundreds of secrets, and a pool a few of them.
        for (Secret secret : state.pass.listWhere(
                Secret.class,
                state.controlPlaneNamespace,
                state.key.toString(),
                "metadata",
                "annotations",
                Annotations.NODE_POOL)) {
            String name = secret.getMetadata().getName();
            if (name.startsWith(userDataPrefix(state))) {
                payloads.add(name.substring(userDataPrefix(state).length()));
            } else if (name.startsWith(tokenPrefix(state))
                    && !secret.getMetadata()
                            .getAnnotations()
                            .containsKey(Annotations.IGNITION_TOKEN_EXPIRATION_TIMESTAMP)) {
                payloads.add(name.substring(tokenPrefix(state).length()));
            }
        }
        return payloads;
    }

    private static boolean ends(JsonObject token) {
        return token.at("metadata", "annotations", Annotations.IGNITION_TOKEN_EXPIRATION_TIMESTAMP) != null;
    }

    /** Sets the conditions that say whether the payload was made and whether a machine fetched it. */
    static void report(PoolState state, String payloadHash) {
        Conditions conditions = state.conditions;
        ObjectKey key = tokenKey(state, payloadHash);
        Optional<JsonObject> token = state.pass.tree(Secret.class, key.namespace(), key.name());
        boolean settled = state.inPlace() && conditions.is(ConditionTypes.REACHED_IGNITION_ENDPOINT, Conditions.TRUE);
        if (token.isEmpty()) {
            String message = "secrets \"" + key.name() + "\" not found";
            conditions.set(ConditionTypes.VALID_GENERATED_PAYLOAD, false, ConditionReasons.NOT_FOUND, message);
            if (!settled) {
                conditions.set(ConditionTypes.REACHED_IGNITION_ENDPOINT, false, ConditionReasons.NOT_FOUND, message);
            }
            return;
        }
        String reason = data(token.get(), "reason");
        if (reason == null) {
            conditions.set(
                    ConditionTypes.VALID_GENERATED_PAYLOAD,
                    Conditions.UNKNOWN,
                    "",
                    "Unable to get status data from token secret");
        } else {
            String message = data(token.get(), "message");
            conditions.set(
                    ConditionTypes.VALID_GENERATED_PAYLOAD,
                    reason.equals(ConditionReasons.AS_EXPECTED) ? Conditions.TRUE : "",
                    reason,
                    message == null ? "" : message);
        }
        if (!settled) {
            boolean reached = token.get().at("metadata", "annotations", Annotations.IGNITION_REACHED) != null;
            conditions.set(
                    ConditionTypes.REACHED_IGNITION_ENDPOINT,
                    reached,
                    reached ? ConditionReasons.AS_EXPECTED : ConditionReasons.IGNITION_NOT_REACHED,
                    "");
        }
    }

    /**
     * Lets the token of a payload end, and drops its user data.
     *
     * @param keepsUserData whether machines cannot be deleted without it
     */
    static void retire(PoolState state, String payloadHash, boolean keepsUserData) {
        ObjectKey token = tokenKey(state, payloadHash);
        boolean runs = state.pass
                .tree(Secret.class, token.namespace(), token.name())
                .filter(secret -> !ends(secret))
                .isPresent();
        if (runs) {
            String end =
                    state.pass.now().plus(GRACE).truncatedTo(ChronoUnit.SECONDS).toString();
            state.pass.patch(
                    Secret.class,
                    token,
                    JsonObject.EMPTY.withAt(
                            end, "metadata", "annotations", Annotations.IGNITION_TOKEN_EXPIRATION_TIMESTAMP));
        }
        if (!keepsUserData) {
            state.pass.delete(Secret.class, userDataKey(state, payloadHash));
        }
    }

    /**
     * Makes the token secret, once, and keeps the user data in line with it.
     *
     * @param config the pool's machine configuration
     * @param authority the ignition server's certificate authority, in base64
     */
    static void reconcile(PoolState state, String payloadHash, String config, String authority, GlobalConfig global) {
        String token = reconcileToken(state, payloadHash, config);
        String endpoint = state.cluster.getStatus() == null
                ? null
                : state.cluster.getStatus().getIgnitionEndpoint();
        IgnitionUserData userData = new IgnitionUserData(
                authority, token, endpoint == null ? "" : endpoint, state.key.toString(), payloadHash, global.proxy());
        ObjectKey key = userDataKey(state, payloadHash);
        state.pass.apply(
                Secret.class,
                JsonObject.of(
                        "apiVersion",
                        "v1",
                        "kind",
                        "Secret",
                        "metadata",
                        JsonObject.of(
                                "name",
                                key.name(),
                                "namespace",
                                key.namespace(),
                                "annotations",
                                JsonObject.of(Annotations.NODE_POOL, state.key.toString())),
                        "immutable",
                        false,
                        "data",
                        JsonObject.of(
                                "disableTemplating",
                                encode(encode("true")),
                                "value",
                                encode(Json.write(userData.tree())))));
    }

    private static String reconcileToken(PoolState state, String payloadHash, String config) {
        ObjectKey key = tokenKey(state, payloadHash);
        Optional<JsonObject> live = state.pass.tree(Secret.class, key.namespace(), key.name());
        String upgradeType = state.management().getUpgradeType() == null
                ? ""
                : state.management().getUpgradeType().value();
        JsonObject annotations = JsonObject.of(
                Annotations.IGNITION_CONFIG,
                "true",
                Annotations.NODE_POOL_UPGRADE_TYPE,
                upgradeType,
                Annotations.NODE_POOL,
                state.key.toString());
        if (live.isPresent() && !live.get().object("data").isEmpty()) {
            // A token in use never expires; null takes the mark away.
            state.pass.patch(
                    Secret.class,
                    key,
                    JsonObject.of(
                            "metadata",
                            JsonObject.of(
                                    "annotations",
                                    annotations.with(Annotations.IGNITION_TOKEN_EXPIRATION_TIMESTAMP, null))));
            String token = data(live.get(), "token");
            if (token == null) {
                throw new InvalidPoolException("token secret is missing token key");
            }
            return token;
        }
        String token = state.pass.keyMaterial().uuid(key + "/token");
        ClusterConfiguration configuration = state.clusterSpec.getConfiguration();
        state.pass.createIfAbsent(
                Secret.class,
                JsonObject.of(
                        "apiVersion",
                        "v1",
                        "kind",
                        "Secret",
                        "metadata",
                        JsonObject.of(
                                "name",
                                key.name(),
                                "namespace",
                                key.namespace(),
                                "annotations",
                                annotations.with(
                                        Annotations.LAST_TOKEN_GENERATION_TIME,
                                        state.pass.now().toString())),
                        "immutable",
                        false,
                        "data",
                        JsonObject.of(
                                "token",
                                encode(token),
                                "release",
                                encode(state.releaseImage()),
                                "config",
                                encode(compress(config)),
                                "pull-secret-hash",
                                encode(Hashes.simple(PoolRelease.pullSecret(state))),
                                "hc-configuration-hash",
                                encode(Hashes.struct(
                                        configuration == null ? JsonObject.EMPTY : Json.toTree(configuration))))));
        return token;
    }

    private static String encode(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Compressed by gzip and in base64, as the ignition server expects it. */
    private static String compress(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private static @Nullable String data(JsonObject secret, String key) {
        String value = secret.text("data", key);
        if (value == null) {
            return null;
        }
        try {
            return new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new HcpException("key " + key + " of secret " + ObjectKey.of(secret) + " is not base64", e);
        }
    }
}
