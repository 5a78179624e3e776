package dev.hcp.simulator.apiserver.access;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Who sends a request.
 *
 * @param name name, such as {@code alice} or {@code system:serviceaccount:default:builder}
 * @param uid what tells users of one name apart in time; may be empty
 * @param groups the groups the user is in
 * @param extra what else the authenticator knows, by lower-case key
 */
public record User(String name, String uid, List<String> groups, Map<String, List<String>> extra) {
    /** Members of this group may do everything. */
    public static final String MASTERS = "system:masters";
    /** The group of everybody who has shown who they are. */
    public static final String AUTHENTICATED = "system:authenticated";
    /** The group of those who have not. */
    public static final String UNAUTHENTICATED = "system:unauthenticated";
    /** The key of {@link #extra} under which the credential is named that a user has shown. */
    public static final String CREDENTIAL = "authentication.kubernetes.io/credential-id";

    /** Who may do everything. */
    public static final User ADMINISTRATOR = new User("system:admin", "", List.of(MASTERS, AUTHENTICATED), Map.of());
    /** Who has shown nothing. */
    public static final User ANONYMOUS = new User("system:anonymous", "", List.of(UNAUTHENTICATED), Map.of());

    private static final String SERVICE_ACCOUNT = "system:serviceaccount:";

    public User {
        groups = List.copyOf(groups);
        extra = Map.copyOf(extra);
    }

    /** Somebody who has shown who they are: a member of {@link #AUTHENTICATED} too. */
    public static User authenticated(String name, String uid, List<String> groups, Map<String, List<String>> extra) {
        if (groups.contains(AUTHENTICATED) || groups.contains(UNAUTHENTICATED)) {
            return new User(name, uid, groups, extra);
        }
        List<String> all = new ArrayList<>(groups);
        all.add(AUTHENTICATED);
        return new User(name, uid, all, extra);
    }

    /** The name of the user that a service account is. */
    public static String serviceAccount(String namespace, String name) {
        return SERVICE_ACCOUNT + namespace + ":" + name;
    }

    /** The groups of a namespace's service accounts. */
    public static List<String> serviceAccountGroups(String namespace) {
        return List.of("system:serviceaccounts", "system:serviceaccounts:" + namespace);
    }

    /** Whether everything is allowed, whatever the roles say. */
    public boolean isMaster() {
        return groups.contains(MASTERS);
    }

    /** As reviews show it. */
    public JsonObject info() {
        JsonObject.Builder info = JsonObject.builder(4).put("username", name);
        if (!uid.isEmpty()) {
            info.put("uid", uid);
        }
        if (!groups.isEmpty()) {
            info.put("groups", JsonArray.copyOf(groups));
        }
        if (!extra.isEmpty()) {
            info.put("extra", JsonObject.copyOf(extra));
        }
        return info.build();
    }
}
