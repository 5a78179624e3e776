package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.keys.RsaSigner;
import java.util.List;

/** What others need to verify tokens of service accounts by themselves: OpenID discovery. */
final class IssuerDocuments {
    private static final String KEYS = "/openid/v1/jwks";

    private final ApiServer server;

    IssuerDocuments(ApiServer server) {
        this.server = server;
    }

    ApiResponse answer(Exchange exchange, List<String> segments) {
        return switch (String.join("/", segments)) {
            case ".well-known/openid-configuration" ->
                exchange.body(200, "application/json", Json.writeBytes(configuration()));
            case "openid/v1/jwks" -> exchange.body(200, "application/jwk-set+json", Json.writeBytes(keys()));
            default -> Exchange.text(404, "404 page not found\n");
        };
    }

    private JsonObject configuration() {
        String issuer = server.options().security().issuer();
        return JsonObject.of(
                "issuer",
                issuer,
                "jwks_uri",
                issuer + KEYS,
                "response_types_supported",
                JsonArray.of("id_token"),
                "subject_types_supported",
                JsonArray.of("public"),
                "id_token_signing_alg_values_supported",
                JsonArray.of("RS256"));
    }

    private JsonObject keys() {
        RsaSigner signer = server.serviceAccountTokens().signer();
        return JsonObject.of(
                "keys",
                JsonArray.of(JsonObject.of(
                        "use",
                        "sig",
                        "kty",
                        "RSA",
                        "kid",
                        signer.keyId(),
                        "alg",
                        "RS256",
                        "n",
                        signer.modulus(),
                        "e",
                        signer.exponent())));
    }
}
