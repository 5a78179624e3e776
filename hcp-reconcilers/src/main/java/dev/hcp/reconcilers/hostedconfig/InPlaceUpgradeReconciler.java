package dev.hcp.reconcilers.hostedconfig;

import dev.hcp.api.capi.Machine;
import dev.hcp.api.capi.MachineSet;
import dev.hcp.api.hypershift.HostedControlPlane;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Annotations;
import dev.hcp.api.names.MachineAnnotations;
import dev.hcp.api.names.Naming;
import dev.hcp.api.value.PausedUntil;
import dev.hcp.platforms.Access;
import dev.hcp.platforms.Permissions;
import dev.hcp.platforms.ReleaseCatalogue;
import dev.hcp.platforms.ReleaseMetadata;
import dev.hcp.platforms.ReleaseNotFoundException;
import dev.hcp.platforms.World;
import dev.hcp.reconcilers.ClusterReleases;
import dev.hcp.reconcilers.HostedWatch;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.reconcilers.Pass;
import dev.hcp.reconcilers.Plan;
import dev.hcp.reconcilers.Reconciler;
import dev.hcp.reconcilers.Watch;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBinding;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The part of the hosted cluster config operator that upgrades the nodes of a pool in place, a few at a time: it tells each
 * what it shall run, lets a machine config daemon do it there, and drains and uncordons the node when the daemon asks for
 * it. The pool is told of the progress by annotations of its MachineSet.
 *
 * <p>A node that is degraded stops the upgrade of its pool until it is mended. Stateless and thread-safe.
 */
public final class InPlaceUpgradeReconciler implements Reconciler<MachineSet> {
    /** {@link #name()}: field manager and event source. */
    public static final String NAME = "inplaceupgrader";

    private static final Duration NO_PAYLOAD = Duration.ofSeconds(5);
    /** How long evicted pods and disruption budgets get until the next look. */
    private static final Duration DRAINING = Duration.ofSeconds(10);

    private static final Duration UNREACHABLE = Duration.ofSeconds(30);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<MachineSet> primaryType() {
        return MachineSet.class;
    }

    /** Where Cluster API is not installed, there are no machines. */
    @Override
    public boolean kindIsOptional() {
        return true;
    }

    @Override
    public Permissions permissions() {
        return Permissions.builder()
                .management(MachineSet.class, Access.PATCH)
                .reads(HostedControlPlane.class, Machine.class, Secret.class)
                .hosted(Node.class, Access.PATCH)
                .hosted(Pod.class, Access.CREATE, Access.DELETE, Access.EVICT)
                .hosted(Namespace.class, Access.APPLY, Access.DELETE)
                .hosted(ServiceAccount.class, Access.APPLY)
                .hosted(ConfigMap.class, Access.APPLY)
                .hosted(ClusterRole.class, Access.GRANT)
                .hosted(ClusterRoleBinding.class, Access.APPLY, Access.DELETE)
                .build();
    }

    @Override
    public List<Watch<?>> watches() {
        return List.of();
    }

    @Override
    public List<HostedWatch<?>> hostedWatches() {
        return List.of(new HostedWatch<>(Node.class, InPlaceUpgradeReconciler::setOf));
    }

    /** The set of a node's machine, if its pool is upgraded in place. */
    private static Collection<ObjectKey> setOf(String namespace, JsonObject node, World world) {
        String name = node.text("metadata", "annotations", MachineAnnotations.NODE_OWNER_NAME);
        boolean inPlace = name != null
                && world.tree(MachineSet.class, namespace, name)
                        .filter(set -> !target(set).isEmpty())
                        .isPresent();
        return inPlace ? List.of(new ObjectKey(namespace, String.valueOf(name))) : List.of();
    }

    private static String target(JsonObject set) {
        return text(set, Annotations.NODE_POOL_TARGET_CONFIG_VERSION);
    }

    private static String text(JsonObject object, String annotation) {
        String text = object.text("metadata", "annotations", annotation);
        return text == null ? "" : text;
    }

    @Override
    public Plan reconcile(MachineSet primary, World world) {
        ObjectKey key = ObjectKey.of(primary);
        Pass pass = new Pass(world, NAME);
        Optional<JsonObject> set = pass.tree(MachineSet.class, key.namespace(), key.name())
                .filter(found -> found.at("metadata", "deletionTimestamp") == null)
                .filter(found -> !target(found).isEmpty());
        if (set.isEmpty() || rests(key.namespace(), pass)) {
            return pass.done();
        }
        Optional<Pass> guest = pass.within(key.namespace());
        if (guest.isEmpty()) {
            pass.requeueAfter(UNREACHABLE);
            return pass.done();
        }
        return upgrade(set.get(), pass, guest.get());
    }

    /** Whether the control plane is gone, or shall be left alone. */
    private static boolean rests(String namespace, Pass pass) {
        List<JsonObject> found = pass.trees(HostedControlPlane.class, namespace);
        if (found.isEmpty() || found.get(0).at("metadata", "deletionTimestamp") != null) {
            return true;
        }
        String pausedUntil = found.get(0).text("spec", "pausedUntil");
        if (pausedUntil == null || !PausedUntil.of(pausedUntil).isPausedAt(pass.now())) {
            return false;
        }
        PausedUntil.of(pausedUntil).remainingAt(pass.now()).ifPresent(pass::requeueAfter);
        return true;
    }

    private static ReleaseCatalogue releases(String namespace, Pass pass) {
        List<JsonObject> found = pass.trees(HostedControlPlane.class, namespace);
        return ClusterReleases.of(
                pass,
                namespace,
                found.isEmpty() ? JsonObject.EMPTY : found.get(0).object("spec"));
    }

    private static Plan upgrade(JsonObject set, Pass pass, Pass guest) {
        String target = target(set);
        String current = text(set, Annotations.NODE_POOL_CURRENT_CONFIG_VERSION);
        UpgradeManifests manifests =
                new UpgradeManifests(guest, ObjectKey.of(set).name());
        if (current.equals(target) && !manifests.exist()) {
            return pass.done();
        }
        List<NodeUpgrade> nodes = nodes(set, pass, guest);
        NodeUpgrade.Versions versions = new NodeUpgrade.Versions(current, target);
        if (nodes.stream().allMatch(node -> node.isComplete(versions))) {
            manifests.delete();
            progress(set, pass, null, null, target);
            return pass.done();
        }
        Optional<NodeUpgrade> degraded =
                nodes.stream().filter(NodeUpgrade::isDegraded).findFirst();
        if (degraded.isPresent()) {
            String message = "Node " + degraded.get().name() + " in nodepool degraded: "
                    + degraded.get().reason();
            progress(set, pass, null, message, current);
            return pass.done();
        }
        String pool = text(set, Annotations.NODE_POOL);
        Optional<JsonObject> token = pass.tree(
                Secret.class,
                ObjectKey.of(set).namespace(),
                Naming.tokenSecret(pool.substring(pool.indexOf('/') + 1), target));
        if (token.isEmpty()) {
            return pass.failed("failed to get token secret for the target configuration " + target + " of node pool "
                    + pool + ": it does not exist");
        }
        Optional<String> payload = decoded(token.get(), "payload");
        if (payload.isEmpty()) {
            pass.requeueAfter(NO_PAYLOAD);
            return pass.done();
        }
        ReleaseMetadata release;
        try {
            release = releases(ObjectKey.of(set).namespace(), pass)
                    .lookup(decoded(token.get(), "release").orElse(""));
        } catch (ReleaseNotFoundException e) {
            return pass.failed("failed to look up release metadata: " + e.getMessage());
        }
        long upgraded = nodes.stream().filter(node -> node.isComplete(versions)).count();
        progress(
                set,
                pass,
                "Nodepool update in progress. Target Config version: " + target + ". Total Nodes: " + nodes.size()
                        + ". Upgraded: " + upgraded,
                null,
                current);
        manifests.apply(
                payload.get(),
                target,
                release.componentImages().getOrDefault("machine-config-operator", release.image()));
        NodeUpgrade.next(nodes, versions, maxUnavailable(set)).forEach(node -> node.begin(guest, versions));
        for (NodeUpgrade node : nodes) {
            if (!node.drainAsAsked(guest, manifests.namespace())) {
                pass.requeueAfter(DRAINING);
            }
            node.newest(guest).ifPresent(manifests::follow);
        }
        return pass.done();
    }

    private static int maxUnavailable(JsonObject set) {
        try {
            return Math.max(1, Integer.parseInt(text(set, Annotations.NODE_POOL_MAX_UNAVAILABLE)));
        } catch (NumberFormatException absent) {
            return 1;
        }
    }

    /** The nodes of a set's machines, but those that are about to leave; by name. */
    private static List<NodeUpgrade> nodes(JsonObject set, Pass pass, Pass guest) {
        String uid = String.valueOf(set.text("metadata", "uid"));
        List<NodeUpgrade> nodes = new ArrayList<>();
        for (JsonObject machine : pass.trees(Machine.class, ObjectKey.of(set).namespace())) {
            String name = machine.text("status", "nodeRef", "name");
            if (name != null && machine.at("metadata", "deletionTimestamp") == null && owned(machine, uid)) {
                guest.tree(Node.class, "", name).map(NodeUpgrade::new).ifPresent(nodes::add);
            }
        }
        return nodes;
    }

    private static boolean owned(JsonObject machine, String uid) {
        for (Object item : machine.array("metadata", "ownerReferences")) {
            if (item instanceof JsonObject owner && uid.equals(owner.text("uid"))) {
                return true;
            }
        }
        return false;
    }

    /** Says how far the upgrade is. */
    private static void progress(
            JsonObject set, Pass pass, @Nullable String proceeds, @Nullable String stops, String current) {
        JsonObject annotations = JsonObject.of(
                Annotations.NODE_POOL_CURRENT_CONFIG_VERSION,
                current,
                Annotations.NODE_POOL_UPGRADE_IN_PROGRESS_TRUE,
                proceeds,
                Annotations.NODE_POOL_UPGRADE_IN_PROGRESS_FALSE,
                stops);
        pass.patch(
                MachineSet.class,
                ObjectKey.of(set),
                JsonObject.of("metadata", JsonObject.of("annotations", annotations)));
    }

    private static Optional<String> decoded(JsonObject secret, String key) {
        return Optional.ofNullable(secret.text("data", key))
                .map(value -> new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8))
                .filter(text -> !text.isEmpty());
    }
}
