package dev.hcp.reconcilers;

import dev.hcp.api.json.JsonObject;
import dev.hcp.platforms.Access;
import dev.hcp.platforms.Permission;
import dev.hcp.platforms.World;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;

/** A reconciler and who is told of what it does to objects. */
final class ObservedReconciler<R extends HasMetadata> extends ForwardingReconciler<R> {
    private final Touches touches;

    ObservedReconciler(Reconciler<R> reconciler, Touches touches) {
        super(reconciler);
        this.touches = touches;
    }

    @Override
    public List<Watch<?>> watches() {
        List<Watch<?>> watches = new ArrayList<>();
        super.watches().forEach(watch -> watches.add(observed(watch)));
        return watches;
    }

    private <T extends HasMetadata> Watch<T> observed(Watch<T> watch) {
        touch(false, watch.type(), Access.READ);
        return new Watch<>(watch.type(), (object, world) -> watch.primaries().apply(object, observed(world)));
    }

    @Override
    public List<HostedWatch<?>> hostedWatches() {
        List<HostedWatch<?>> watches = new ArrayList<>();
        super.hostedWatches().forEach(watch -> watches.add(observed(watch)));
        return watches;
    }

    private <T extends HasMetadata> HostedWatch<T> observed(HostedWatch<T> watch) {
        touch(true, watch.type(), Access.READ);
        return new HostedWatch<>(
                watch.type(), (namespace, object, world) -> watch.primaries().of(namespace, object, observed(world)));
    }

    private World observed(World world) {
        return new ObservedWorld(world, false, (hosted, type) -> touch(hosted, type, Access.READ));
    }

    @Override
    public Plan reconcile(R primary, World world) {
        touch(false, primaryType(), Access.READ);
        Plan plan = super.reconcile(primary, observed(world));
        plan.intents().forEach(this::touch);
        return plan;
    }

    private void touch(Intent intent) {
        for (Permission permission : intent.permissions().all()) {
            permission.access().forEach(access -> touch(permission.hosted(), permission.type(), access));
        }
        Intent inside = intent instanceof Intent.Hosted hosted ? hosted.intent() : intent;
        if (inside instanceof Intent.Apply apply) {
            touchOwner(apply.tree());
        } else if (inside instanceof Intent.CreateIfAbsent create) {
            touchOwner(create.tree());
        } else if (inside instanceof Intent.Replace replace) {
            touchOwner(replace.tree());
        }
    }

    private void touchOwner(JsonObject tree) {
        for (Object item : tree.array("metadata", "ownerReferences")) {
            if (item instanceof JsonObject owner
                    && Boolean.TRUE.equals(owner.get("blockOwnerDeletion"))
                    && HasMetadata.getKind(primaryType()).equals(owner.text("kind"))) {
                touch(false, primaryType(), Access.OWN);
            }
        }
    }

    private void touch(boolean hosted, Class<? extends HasMetadata> type, Access access) {
        touches.touch(inner(), hosted, type, access);
    }
}
