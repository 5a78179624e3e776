package dev.hcp.simulator.apiserver;

import dev.hcp.simulator.apiserver.access.AccessRequest;
import dev.hcp.simulator.apiserver.access.User;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Somebody else as whom a request is to be handled, from the {@code Impersonate-} headers.
 *
 * @param permissions what the real user has to be allowed for that
 * @param user the somebody else
 */
record Impersonation(List<AccessRequest> permissions, User user) {
    private static final String PREFIX = "impersonate-";
    private static final String USER = "impersonate-user";
    private static final String GROUP = "impersonate-group";
    private static final String UID = "impersonate-uid";
    private static final String EXTRA = "impersonate-extra-";
    private static final String SERVICE_ACCOUNT = "system:serviceaccount:";
    private static final String AUTHENTICATION = "authentication.k8s.io";

    static boolean isAskedFor(ApiRequest request) {
        for (String header : request.headers().keySet()) {
            if (header.startsWith(PREFIX)) {
                return true;
            }
        }
        return false;
    }

    /**
     * @throws Incomplete when there is more of somebody than a name, and no name
     */
    static Impersonation of(ApiRequest request) throws Incomplete {
        User real = request.user();
        String name = request.header(USER).orElse("");
        List<String> groups = request.headers().getOrDefault(GROUP, List.of());
        String uid = request.header(UID).orElse("");
        Map<String, List<String>> extra = new LinkedHashMap<>();
        request.headers().forEach((header, values) -> {
            if (header.startsWith(EXTRA)) {
                extra.put(extraKey(header.substring(EXTRA.length())), values);
            }
        });
        List<AccessRequest> permissions = new ArrayList<>();
        List<String> all = new ArrayList<>(groups);
        if (!name.isEmpty()) {
            String[] account = name.startsWith(SERVICE_ACCOUNT)
                    ? name.substring(SERVICE_ACCOUNT.length()).split(":", -1)
                    : new String[0];
            if (account.length == 2) {
                permissions.add(permission(real, account[0], "", "serviceaccounts", "", account[1]));
                if (groups.isEmpty()) {
                    all.addAll(User.serviceAccountGroups(account[0]));
                }
            } else {
                permissions.add(permission(real, "", "", "users", "", name));
            }
        }
        groups.forEach(group -> permissions.add(permission(real, "", "", "groups", "", group)));
        extra.forEach((key, values) -> values.forEach(
                value -> permissions.add(permission(real, "", AUTHENTICATION, "userextras", key, value))));
        if (!uid.isEmpty()) {
            permissions.add(permission(real, "", AUTHENTICATION, "uids", "", uid));
        }
        if (name.isEmpty() && !permissions.isEmpty()) {
            throw new Incomplete(permissions);
        }
        if (!all.contains(User.AUTHENTICATED) && !all.contains(User.UNAUTHENTICATED)) {
            all.add(name.equals(User.ANONYMOUS.name()) ? User.UNAUTHENTICATED : User.AUTHENTICATED);
        }
        return new Impersonation(permissions, new User(name, uid, all, extra));
    }

    private static AccessRequest permission(
            User real, String namespace, String group, String resource, String subresource, String name) {
        return AccessRequest.toResource(real, "impersonate", namespace, group, resource, subresource, name);
    }

    private static String extraKey(String header) {
        try {
            return URLDecoder.decode(header.replace("+", "%2B"), StandardCharsets.UTF_8)
                    .toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException malformed) {
            return header;
        }
    }

    /** Groups, a uid or extras without a user. */
    static final class Incomplete extends Exception {
        private static final long serialVersionUID = 1L;

        Incomplete(List<AccessRequest> asked) {
            super("requested " + describe(asked) + " without impersonating a user");
        }

        /** As Go prints object references. */
        private static String describe(List<AccessRequest> asked) {
            List<String> references = new ArrayList<>();
            for (AccessRequest each : asked) {
                references.add(
                        switch (each.resource()) {
                            case "groups" -> "{Group  " + each.name() + "    }";
                            case "uids" -> "{UID  " + each.name() + "  authentication.k8s.io/v1  }";
                            default ->
                                "{UserExtra  " + each.name() + "  authentication.k8s.io/v1  " + each.subresource()
                                        + "}";
                        });
            }
            return "[" + String.join(" ", references) + "]";
        }
    }
}
