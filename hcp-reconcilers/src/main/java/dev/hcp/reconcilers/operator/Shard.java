package dev.hcp.reconcilers.operator;

import dev.hcp.api.HcpException;
import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.hypershift.NodePool;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Annotations;
import dev.hcp.platforms.World;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.reconcilers.Watch;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which hosted clusters an operator looks after: all, those of some namespaces, those that carry some labels, or both.
 * A node pool and a control plane go with their cluster. Immutable.
 *
 * <p>Several operators share the work when each has a shard of its own and a lease of its own; shards must not overlap.
 */
public final class Shard {
    /** All clusters. */
    public static final Shard ALL = new Shard(Set.of(), Map.of());

    private final Set<String> namespaces;
    private final Map<String, String> labels;

    private Shard(Set<String> namespaces, Map<String, String> labels) {
        this.namespaces = namespaces;
        this.labels = labels;
    }

    /** The clusters in some namespaces. */
    public static Shard namespaces(String... names) {
        if (names.length == 0) {
            throw new HcpException("a shard of no namespace has no clusters; name one, or use Shard.ALL");
        }
        return new Shard(Set.of(names), Map.of());
    }

    /** Of these clusters, those whose HostedCluster carries a label. */
    public Shard labelled(String key, String value) {
        Map<String, String> more = new HashMap<>(labels);
        more.put(key, value);
        return new Shard(namespaces, Map.copyOf(more));
    }

    /** Whether an object belongs to a cluster of this shard. One whose cluster is gone does, if its namespace allows it. */
    boolean holds(HasMetadata primary, World world) {
        if (namespaces.isEmpty() && labels.isEmpty()) {
            return true;
        }
        Optional<ObjectKey> cluster = clusterOf(primary, world);
        if (cluster.isEmpty()) {
            return false;
        }
        ObjectKey key = cluster.get();
        if (!namespaces.isEmpty() && !namespaces.contains(key.namespace())) {
            return false;
        }
        Optional<JsonObject> object = world.tree(HostedCluster.class, key.namespace(), key.name());
        return object.isEmpty()
                ? labels.isEmpty()
                : labels.entrySet().stream().allMatch(label -> label.getValue()
                        .equals(object.get().text("metadata", "labels", label.getKey())));
    }

    private static Optional<ObjectKey> clusterOf(HasMetadata primary, World world) {
        ObjectKey key = ObjectKey.of(primary);
        Optional<JsonObject> tree = world.tree(primary.getClass(), key.namespace(), key.name());
        if (tree.isEmpty()) {
            return Optional.empty();
        }
        if (primary instanceof HostedCluster) {
            return Optional.of(key);
        }
        if (primary instanceof NodePool) {
            return Optional.ofNullable(tree.get().text("spec", "clusterName"))
                    .map(name -> new ObjectKey(key.namespace(), name));
        }
        Collection<ObjectKey> named = Watch.named(tree.get(), Annotations.CLUSTER);
        return named.isEmpty()
                ? Optional.empty()
                : Optional.of(List.copyOf(named).get(0));
    }

    /** {@code all clusters}, or what restricts them. */
    @Override
    public String toString() {
        if (namespaces.isEmpty() && labels.isEmpty()) {
            return "all clusters";
        }
        return "clusters" + (namespaces.isEmpty() ? "" : " in " + namespaces)
                + (labels.isEmpty() ? "" : " labelled " + labels);
    }
}
