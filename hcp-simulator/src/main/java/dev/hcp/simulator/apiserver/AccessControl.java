package dev.hcp.simulator.apiserver;

import dev.hcp.api.validation.schema.GoSyntax;
import dev.hcp.simulator.apiserver.access.AccessRequest;
import dev.hcp.simulator.apiserver.access.Authorizer;
import dev.hcp.simulator.apiserver.access.Decision;
import dev.hcp.simulator.apiserver.access.RbacAuthorizer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets requests in, or not: as whom they are handled, and whether they may do what they want to. */
final class AccessControl {
    private final @Nullable RbacAuthorizer roles;

    /**
     * @param roles decides; null when everything is allowed
     */
    AccessControl(@Nullable RbacAuthorizer roles) {
        this.roles = roles;
    }

    Authorizer authorizer() {
        return roles == null ? Authorizer.EVERYTHING : roles;
    }

    /** What roles allow; empty when nobody asks them. */
    Optional<RbacAuthorizer> roles() {
        return Optional.ofNullable(roles);
    }

    /**
     * The access that a request gets: as the user it is handled as.
     *
     * @throws ApiException when it is refused
     */
    AccessRequest admit(ApiRequest request, AccessRequest asked) throws Impersonation.Incomplete {
        AccessRequest access = asked;
        if (Impersonation.isAskedFor(request)) {
            Impersonation impersonation = Impersonation.of(request);
            impersonation.permissions().forEach(this::require);
            access = impersonation.permissions().isEmpty() ? asked : asked.by(impersonation.user());
        }
        require(access);
        return access;
    }

    private void require(AccessRequest access) {
        if (roles != null) {
            Decision decision = roles.authorize(access);
            if (!decision.allowed()) {
                throw Failures.accessDenied(access, decision.reason());
            }
        }
    }

    WritePermissions permissions(AccessRequest access) {
        return roles == null ? WritePermissions.UNLIMITED : WritePermissions.of(roles, access);
    }

    /** The answer to headers that name no user to impersonate. */
    static ApiResponse incomplete(String path, Impersonation.Incomplete problem) {
        return Exchange.text(
                500, "Internal Server Error: " + GoSyntax.quote(path) + ": " + problem.getMessage() + "\n");
    }
}
