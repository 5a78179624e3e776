package dev.hcp.client.dump;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.client.status.ApiObjects;
import java.util.ArrayList;
import java.util.List;

/** The kinds that an API server can list, in the version that it prefers. */
final class ApiKinds {
    private ApiKinds() {}

    /**
     * A kind.
     *
     * @param groupVersion such as {@code v1} or {@code apps/v1}
     */
    record Kind(String groupVersion, String plural, String name, boolean namespaced) {
        /** The group, with the name that directories have for the one without a name. */
        String directory() {
            int slash = groupVersion.indexOf('/');
            return slash < 0 ? "core" : groupVersion.substring(0, slash);
        }

        /** Where its objects are; of all namespaces when none is given. */
        String path(String namespace) {
            return namespace.isEmpty()
                    ? (groupVersion.contains("/") ? "/apis/" : "/api/") + groupVersion + "/" + plural
                    : ApiObjects.in(namespace, groupVersion, plural);
        }
    }

    /** Where an API server tells its groups: that without a name, and the others. */
    static final List<String> PATHS_OF_GROUPS = List.of("/api", "/apis");

    /** The versions that are told there, of each group the one that the server prefers. */
    static List<String> groupVersions(ApiObjects api, String path) {
        if (path.equals("/api")) {
            return List.of("v1");
        }
        List<String> versions = new ArrayList<>();
        JsonArray groups = api.get(path).map(all -> all.array("groups")).orElse(JsonArray.EMPTY);
        for (int i = 0; i < groups.size(); i++) {
            versions.add(String.valueOf(groups.object(i).text("preferredVersion", "groupVersion")));
        }
        return versions;
    }

    static List<Kind> of(ApiObjects api, String groupVersion) {
        String path = (groupVersion.contains("/") ? "/apis/" : "/api/") + groupVersion;
        List<Kind> kinds = new ArrayList<>();
        JsonArray resources = api.get(path).map(list -> list.array("resources")).orElse(JsonArray.EMPTY);
        for (int i = 0; i < resources.size(); i++) {
            JsonObject resource = resources.object(i);
            String plural = String.valueOf(resource.text("name"));
            if (!plural.contains("/") && resource.array("verbs").contains("list")) {
                kinds.add(new Kind(
                        groupVersion, plural, String.valueOf(resource.text("kind")), resource.isTrue("namespaced")));
            }
        }
        return kinds;
    }
}
