package dev.hcp.simulator.apiserver;

import dev.hcp.simulator.apiserver.access.Security;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * How an API server is set up. Immutable: the {@code with} methods return changed copies.
 *
 * @param clock what time it is, for timestamps of objects; the server has no clock of its own
 * @param identifiers where uids and generated names come from
 * @param systemObjects whether there is from the start what the reference makes for itself: the namespaces {@code default},
 *     {@code kube-system}, {@code kube-public} and {@code kube-node-lease}, the service {@code default/kubernetes} with
 *     its endpoints, priority classes, flow schemas and levels, and an API service for each group and version
 * @param basePath path prefix under which the server answers, such as {@code /guests/clusters/demo}; empty for none. Requests
 *     may come with the prefix or without it
 * @param historyLimit how many changes per resource stay available to watches, continued lists and lists at a revision
 * @param serviceNetwork IPv4 network of service addresses
 * @param gitVersion what {@code /version} says
 * @param security who is known to it, and whether roles decide what they may do
 */
public record ApiServerOptions(
        Supplier<Instant> clock,
        Identifiers identifiers,
        boolean systemObjects,
        String basePath,
        int historyLimit,
        String serviceNetwork,
        String gitVersion,
        Security security) {

    /** System objects, no base path, a history of 1,000 changes, {@code 172.30.0.0/16}, version 1.32. */
    public static ApiServerOptions of(Supplier<Instant> clock, Identifiers identifiers) {
        return new ApiServerOptions(clock, identifiers, true, "", 1000, "172.30.0.0/16", "v1.32.9", Security.OPEN);
    }

    /** Without any object from the start. */
    public ApiServerOptions withoutSystemObjects() {
        return new ApiServerOptions(
                clock, identifiers, false, basePath, historyLimit, serviceNetwork, gitVersion, security);
    }

    /** With another base path. */
    public ApiServerOptions withBasePath(String path) {
        return new ApiServerOptions(
                clock, identifiers, systemObjects, path, historyLimit, serviceNetwork, gitVersion, security);
    }

    /** With another length of the history. */
    public ApiServerOptions withHistoryLimit(int limit) {
        return new ApiServerOptions(
                clock, identifiers, systemObjects, basePath, limit, serviceNetwork, gitVersion, security);
    }

    /** With another service network. */
    public ApiServerOptions withServiceNetwork(String cidr) {
        return new ApiServerOptions(
                clock, identifiers, systemObjects, basePath, historyLimit, cidr, gitVersion, security);
    }

    /** With another version. */
    public ApiServerOptions withGitVersion(String version) {
        return new ApiServerOptions(
                clock, identifiers, systemObjects, basePath, historyLimit, serviceNetwork, version, security);
    }

    /** With other users and permissions. */
    public ApiServerOptions withSecurity(Security other) {
        return new ApiServerOptions(
                clock, identifiers, systemObjects, basePath, historyLimit, serviceNetwork, gitVersion, other);
    }
}
