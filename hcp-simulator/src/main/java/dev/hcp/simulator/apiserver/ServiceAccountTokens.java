package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.json.JsonSyntaxException;
import dev.hcp.simulator.apiserver.access.Security;
import dev.hcp.simulator.apiserver.access.User;
import dev.hcp.simulator.apiserver.store.StoredObject;
import dev.hcp.simulator.keys.RsaSigner;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Issues and checks the tokens of service accounts: JSON web tokens that are good while what they name lives. */
final class ServiceAccountTokens {
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();
    /** Clocks may differ by that many seconds. */
    private static final long LEEWAY = 60;

    private static final Map<String, String> BOUND_COLLECTIONS =
            Map.of("pod", "/pods", "secret", "/secrets", "node", "/nodes");

    private final ApiServer server;
    private final Security security;
    private volatile @Nullable RsaSigner signer;

    ServiceAccountTokens(ApiServer server) {
        this.server = server;
        this.security = server.options().security();
    }

    RsaSigner signer() {
        RsaSigner known = signer;
        if (known == null) {
            known = security.signer().get();
            signer = known;
        }
        return known;
    }

    /**
     * A new token.
     *
     * @param bound the pod, secret or node it is bound to, as its claims name it; empty for none
     */
    String issue(JsonObject serviceAccount, List<String> audiences, Instant expiry, JsonObject bound) {
        long now = server.now().getEpochSecond();
        String namespace = ObjectMeta.text(serviceAccount, "namespace");
        String name = ObjectMeta.text(serviceAccount, "name");
        JsonObject.Builder kubernetes = bound.toBuilder()
                .put("namespace", namespace)
                .put("serviceaccount", JsonObject.of("name", name, "uid", ObjectMeta.text(serviceAccount, "uid")));
        JsonObject claims = JsonObject.builder(8)
                .put("aud", JsonArray.copyOf(audiences))
                .put("exp", expiry.getEpochSecond())
                .put("iat", now)
                .put("iss", security.issuer())
                .put("jti", server.identifiers().uid())
                .put("kubernetes.io", kubernetes.build())
                .put("nbf", now)
                .put("sub", User.serviceAccount(namespace, name))
                .build();
        JsonObject header = JsonObject.of("alg", "RS256", "kid", signer().keyId());
        String content = encode(Json.writeBytes(header)) + "." + encode(Json.writeBytes(claims));
        return content + "." + encode(signer().sign(content.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String encode(byte[] bytes) {
        return ENCODER.encodeToString(bytes);
    }

    /**
     * Whose token it is; null when it is no token of this issuer's.
     *
     * @param audiences who wants to know: the token has to be meant for one of them
     */
    @Nullable
    TokenOwner check(String token, List<String> audiences) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return null;
        }
        try {
            JsonObject claims = Json.parseObject(new String(DECODER.decode(parts[1]), StandardCharsets.UTF_8));
            if (!security.issuer().equals(claims.text("iss"))) {
                return null;
            }
            byte[] content = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII);
            if (!signer().verifies(content, DECODER.decode(parts[2]))) {
                return TokenOwner.refused("crypto/rsa: verification error");
            }
            return check(claims, audiences);
        } catch (IllegalArgumentException | JsonSyntaxException malformed) {
            return null;
        }
    }

    private TokenOwner check(JsonObject claims, List<String> audiences) {
        List<String> meantFor =
                claims.array("aud").stream().map(String::valueOf).toList();
        List<String> common = new ArrayList<>(meantFor);
        common.retainAll(audiences);
        if (common.isEmpty()) {
            return TokenOwner.refused("token audiences " + quoted(meantFor) + " is invalid for the target audiences "
                    + quoted(audiences));
        }
        long now = server.now().getEpochSecond();
        if (now - LEEWAY > claims.integer(0, "exp")) {
            return TokenOwner.refused("service account token has expired");
        }
        if (now + LEEWAY < claims.integer(0, "nbf")) {
            return TokenOwner.refused("service account token is not valid yet");
        }
        JsonObject kubernetes = claims.object("kubernetes.io");
        String namespace = String.valueOf(kubernetes.text("namespace"));
        String name = String.valueOf(kubernetes.text("serviceaccount", "name"));
        String uid = String.valueOf(kubernetes.text("serviceaccount", "uid"));
        StoredObject account = server.store().collection("/serviceaccounts").get(namespace + "/" + name);
        if (account == null) {
            return TokenOwner.refused("serviceaccounts \"" + name + "\" not found");
        }
        String living = ObjectMeta.text(account.tree(), "uid");
        if (!living.equals(uid)) {
            return TokenOwner.refused("service account UID (" + living + ") does not match claim (" + uid + ")");
        }
        Map<String, List<String>> extra = new LinkedHashMap<>();
        extra.put(User.CREDENTIAL, List.of("JTI=" + claims.text("jti")));
        for (String kind : BOUND_COLLECTIONS.keySet()) {
            JsonObject bound = kubernetes.object(kind);
            if (!bound.isEmpty()) {
                if (!lives(kind, namespace, bound)) {
                    return TokenOwner.refused("service account token has been invalidated");
                }
                if (!kind.equals("secret")) {
                    extra.put("authentication.kubernetes.io/" + kind + "-name", List.of(text(bound, "name")));
                    extra.put("authentication.kubernetes.io/" + kind + "-uid", List.of(text(bound, "uid")));
                }
            }
        }
        User user = User.authenticated(
                User.serviceAccount(namespace, name), uid, User.serviceAccountGroups(namespace), extra);
        return TokenOwner.of(user, common);
    }

    /** Whether the object is there; a node in a pod's token is where the pod was, and need not be. */
    private boolean lives(String kind, String namespace, JsonObject bound) {
        if (kind.equals("node")) {
            return true;
        }
        StoredObject found = server.store()
                .collection(String.valueOf(BOUND_COLLECTIONS.get(kind)))
                .get(namespace + "/" + text(bound, "name"));
        return found != null && ObjectMeta.text(found.tree(), "uid").equals(text(bound, "uid"));
    }

    private static String text(JsonObject object, String member) {
        return String.valueOf(object.text(member));
    }

    private static String quoted(List<String> values) {
        return values.stream()
                .map(dev.hcp.api.validation.schema.GoSyntax::quote)
                .collect(java.util.stream.Collectors.joining(" ", "[", "]"));
    }
}
