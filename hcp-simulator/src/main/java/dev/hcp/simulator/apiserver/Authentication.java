package dev.hcp.simulator.apiserver;

import dev.hcp.simulator.apiserver.access.Security;
import dev.hcp.simulator.apiserver.access.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out whose a bearer token is. */
final class Authentication {
    private static final String NOBODYS = "invalid bearer token";

    private final Security security;
    private final ServiceAccountTokens serviceAccounts;

    Authentication(ApiServer server, ServiceAccountTokens serviceAccounts) {
        this.security = server.options().security();
        this.serviceAccounts = serviceAccounts;
    }

    /** The user of a token; of none, the anonymous user where roles say what that one may do. */
    Optional<User> of(@Nullable String token) {
        if (token == null) {
            return security.roleBased() ? Optional.of(User.ANONYMOUS) : Optional.empty();
        }
        return Optional.ofNullable(owner(token, audiences()).user());
    }

    /** For whom tokens are meant that name nobody. */
    List<String> audiences() {
        return List.of(security.issuer());
    }

    /**
     * Whose token it is.
     *
     * @param audiences who wants to know
     */
    TokenOwner owner(String token, List<String> audiences) {
        User known = security.tokens().get(token);
        if (known != null) {
            List<String> common = new ArrayList<>(audiences());
            common.retainAll(audiences);
            return common.isEmpty() ? TokenOwner.refused(NOBODYS) : TokenOwner.of(known, common);
        }
        TokenOwner owner = serviceAccounts.check(token, audiences);
        if (owner == null) {
            return TokenOwner.refused(NOBODYS);
        }
        return owner.user() != null ? owner : TokenOwner.refused("[" + NOBODYS + ", " + owner.problem() + "]");
    }
}
