package dev.hcp.simulator.apiserver.access;

import dev.hcp.simulator.keys.RsaSigner;
import dev.hcp.simulator.keys.SimulatedKeyMaterial;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Who is known to an API server, and whether roles decide what they may do. Immutable.
 *
 * @param roleBased whether role-based access control decides; else everything is allowed
 * @param tokens bearer tokens and whose they are, besides those of service accounts
 * @param issuer what tokens of service accounts name as their issuer and their audience
 * @param signer signs the tokens of service accounts; asked for when the first is
 */
public record Security(boolean roleBased, Map<String, User> tokens, String issuer, Supplier<RsaSigner> signer) {
    /** Everything is allowed, and no tokens are known but those of service accounts. */
    public static final Security OPEN = new Security(
            false,
            Map.of(),
            "https://kubernetes.default.svc",
            () -> RsaSigner.of(new SimulatedKeyMaterial(1).signingKey("service-account-tokens")));

    public Security {
        tokens = Map.copyOf(tokens);
    }

    /** With role-based access control, or without it. */
    public Security withRoles(boolean decide) {
        return new Security(decide, tokens, issuer, signer);
    }

    /** With other tokens. */
    public Security withTokens(Map<String, User> known) {
        return new Security(roleBased, known, issuer, signer);
    }

    /** With another key for the tokens of service accounts. */
    public Security withSigner(Supplier<RsaSigner> other) {
        return new Security(roleBased, tokens, issuer, other);
    }

    /** Without the tokens. */
    @Override
    public String toString() {
        return "Security[roleBased=" + roleBased + ", " + tokens.size() + " tokens, issuer=" + issuer + "]";
    }
}
