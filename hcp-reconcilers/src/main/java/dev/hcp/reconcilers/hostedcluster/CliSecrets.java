package dev.hcp.reconcilers.hostedcluster;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Labels;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.reconcilers.Pass;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Secrets that the command line made for a cluster, and that shall go when it goes. */
final class CliSecrets {
    private CliSecrets() {}

    /** Makes the cluster their owner. */
    static void adopt(ClusterView cluster, Pass pass) {
        for (Secret secret : pass.listWhere(
                Secret.class,
                cluster.namespace(),
                cluster.infraId(),
                "metadata",
                "labels",
                Labels.AUTO_CREATED_FOR_INFRA)) {
            ObjectKey key = ObjectKey.of(secret);
            pass.tree(Secret.class, key.namespace(), key.name())
                    .filter(tree -> "true".equals(tree.text("metadata", "labels", Labels.SAFE_TO_DELETE_WITH_CLUSTER)))
                    .ifPresent(tree -> own(cluster, key, tree.array("metadata", "ownerReferences"), pass));
        }
    }

    private static void own(ClusterView cluster, ObjectKey key, JsonArray owners, Pass pass) {
        for (Object owner : owners) {
            if (owner instanceof JsonObject reference
                    && "HostedCluster".equals(reference.text("kind"))
                    && cluster.name().equals(reference.text("name"))) {
                return;
            }
        }
        List<@Nullable Object> all = new ArrayList<>(owners);
        all.add(cluster.ownerReference());
        pass.patch(
                Secret.class, key, JsonObject.of("metadata", JsonObject.of("ownerReferences", JsonArray.copyOf(all))));
    }
}
