package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.catalogue.Resource;
import dev.hcp.simulator.apiserver.kinds.Selections;
import dev.hcp.simulator.apiserver.store.StoredObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the rules of cluster roles with an aggregation rule: those of all cluster roles that it selects. Called under the
 * write lock, right after the commit of a cluster role.
 */
final class AggregatedRoles {
    private static final String CLUSTER_ROLES = "rbac.authorization.k8s.io/clusterroles";
    private static final String MANAGER = "clusterrole-aggregation-controller";

    private final ApiServer server;
    private final boolean kept;

    /**
     * @param kept whether they are kept; else rules stay as they are written
     */
    AggregatedRoles(ApiServer server, boolean kept) {
        this.server = server;
        this.kept = kept;
    }

    /** Follows a commit to a resource. What is written here is followed again, until nothing changes. */
    void changed(Resource resource, @Nullable JsonObject before, @Nullable JsonObject after) {
        if (!kept || !resource.storageId().equals(CLUSTER_ROLES)) {
            return;
        }
        for (StoredObject role :
                server.store().collection(CLUSTER_ROLES).snapshot().objects().values()) {
            JsonArray selectors = role.tree().array("aggregationRule", "clusterRoleSelectors");
            boolean concerned = !selectors.isEmpty()
                    && (selects(selectors, before)
                            || selects(selectors, after)
                            || (after != null && name(after).equals(name(role.tree()))));
            if (concerned) {
                gather(resource, role.tree(), selectors);
            }
        }
    }

    private static boolean selects(JsonArray selectors, @Nullable JsonObject role) {
        for (int i = 0; role != null && i < selectors.size(); i++) {
            if (Selections.matches(selectors.object(i), role)) {
                return true;
            }
        }
        return false;
    }

    private void gather(Resource resource, JsonObject aggregate, JsonArray selectors) {
        List<Object> rules = new ArrayList<>();
        for (int i = 0; i < selectors.size(); i++) {
            for (StoredObject role : server.store()
                    .collection(CLUSTER_ROLES)
                    .snapshot()
                    .objects()
                    .values()) {
                boolean other = !name(role.tree()).equals(name(aggregate));
                if (other && Selections.matches(selectors.object(i), role.tree())) {
                    for (Object rule : role.tree().array("rules")) {
                        if (rule != null && !rules.contains(rule)) {
                            rules.add(rule);
                        }
                    }
                }
            }
        }
        JsonArray gathered = JsonArray.copyOf(rules);
        if (!gathered.equals(aggregate.array("rules"))) {
            server.applies()
                    .apply(
                            resource,
                            "",
                            name(aggregate),
                            null,
                            JsonObject.of(
                                    "apiVersion",
                                    resource.apiVersion(),
                                    "kind",
                                    resource.kind(),
                                    "metadata",
                                    JsonObject.of("name", name(aggregate)),
                                    "rules",
                                    gathered),
                            true,
                            WriteContext.consequence(MANAGER));
        }
    }

    private static String name(JsonObject role) {
        return ObjectMeta.text(role, "name");
    }
}
