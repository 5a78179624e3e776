package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.catalogue.Catalogue;
import dev.hcp.simulator.apiserver.catalogue.Resource;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The API services by which a server says what it serves itself: one for each group and version, that of a custom
 * resource as long as its definition serves it.
 */
final class LocalApiServices {
    private static final String MANAGED = "kube-aggregator.kubernetes.io/automanaged";
    private static final String MANAGER = "kube-apiserver";
    /** The group of API services itself, which nobody has to be told of. */
    private static final String OWN_GROUP = "apiregistration.k8s.io";

    private static final long CUSTOM_GROUP = 1000;
    private static final long CUSTOM_VERSION = 100;

    /** How the groups that the server is built with are ranked. */
    private static final Map<String, Long> GROUPS = Map.ofEntries(
            Map.entry("", 18000L),
            Map.entry("apps", 17800L),
            Map.entry("events.k8s.io", 17750L),
            Map.entry("authentication.k8s.io", 17700L),
            Map.entry("authorization.k8s.io", 17600L),
            Map.entry("autoscaling", 17500L),
            Map.entry("batch", 17400L),
            Map.entry("certificates.k8s.io", 17300L),
            Map.entry("networking.k8s.io", 17200L),
            Map.entry("policy", 17100L),
            Map.entry("rbac.authorization.k8s.io", 17000L),
            Map.entry("storage.k8s.io", 16800L),
            Map.entry("apiextensions.k8s.io", 16700L),
            Map.entry("admissionregistration.k8s.io", 16700L),
            Map.entry("scheduling.k8s.io", 16600L),
            Map.entry("coordination.k8s.io", 16500L),
            Map.entry("node.k8s.io", 16300L),
            Map.entry("discovery.k8s.io", 16200L),
            Map.entry("flowcontrol.apiserver.k8s.io", 16100L));

    private static final long BUILT_IN_VERSION = 15;
    private static final Map<String, Long> VERSIONS =
            Map.of("v1.", 1L, "v2.autoscaling", 30L, "v1.flowcontrol.apiserver.k8s.io", 21L);

    private final ApiServer server;

    LocalApiServices(ApiServer server) {
        this.server = server;
    }

    /** Makes the services of all groups that are served. */
    void followAll() {
        server.catalogue().groups().forEach(this::follow);
    }

    /** Makes and removes services so that there is one for each version of a group that is served. */
    void follow(String group) {
        if (group.equals(OWN_GROUP)) {
            return;
        }
        Objects objects = server.objects();
        Resource type = (Resource) objects.resource(OWN_GROUP + "/v1", "APIService");
        WriteContext context = WriteContext.consequence(MANAGER);
        Catalogue catalogue = server.catalogue();
        Set<String> served = new HashSet<>();
        for (String version : catalogue.versions(group)) {
            String name = version + "." + group;
            served.add(name);
            if (objects.get(type, "", name).isEmpty()) {
                JsonObject service = service(group, version, name);
                server.writes().create(type, "", server.decoding().tree(type, service, context), context);
            }
        }
        for (JsonObject service : objects.list(type, "")) {
            String name = ObjectMeta.text(service, "name");
            boolean ours = service.at("metadata", "labels", MANAGED) != null;
            if (ours && group.equals(text(service, "group")) && !served.contains(name)) {
                server.deletions().delete(type, "", name, Objects.Deletion.BACKGROUND, context);
            }
        }
    }

    private static String text(JsonObject service, String field) {
        String text = service.text("spec", field);
        return text == null ? "" : text;
    }

    private static JsonObject service(String group, String version, String name) {
        Long rank = GROUPS.get(group);
        JsonObject spec = JsonObject.of(
                "version",
                version,
                "groupPriorityMinimum",
                rank == null ? CUSTOM_GROUP : rank,
                "versionPriority",
                rank == null ? CUSTOM_VERSION : VERSIONS.getOrDefault(name, BUILT_IN_VERSION));
        return JsonObject.of(
                "metadata",
                JsonObject.of("name", name, "labels", JsonObject.of(MANAGED, rank == null ? "true" : "onstart")),
                "spec",
                group.isEmpty() ? spec : spec.with("group", group));
    }
}
