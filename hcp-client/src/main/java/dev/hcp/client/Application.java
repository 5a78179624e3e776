package dev.hcp.client;

import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.hypershift.NodePool;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Puts objects on the management cluster, one after the other, and knows how far it came. */
final class Application {
    private final KubernetesClient kubernetes;
    private final String purpose;
    private final Consumer<String> progress;
    private final List<String> applied = new ArrayList<>();

    /**
     * @param purpose what the objects are for, to follow the name of one in a message
     * @param progress told of each object that is there
     */
    Application(KubernetesClient kubernetes, String purpose, Consumer<String> progress) {
        this.kubernetes = kubernetes;
        this.purpose = purpose;
        this.progress = progress;
    }

    /** Applies all; the cluster itself is created, so that two who create it at once do not become one. */
    void apply(List<HasMetadata> resources) {
        for (HasMetadata resource : resources) {
            String what = resource.getKind() + " " + resource.getMetadata().getName();
            Failures.explain("create " + what + " " + purpose, applied, () -> {
                if (resource instanceof HostedCluster) {
                    return kubernetes.resource(resource).create();
                }
                return kubernetes.resource(resource).patch(Patches.APPLY);
            });
            applied.add(what);
            progress.accept(what);
        }
    }

    /** Creates a node pool, which must not exist. */
    void create(NodePool pool) {
        String what = pool.getKind() + " " + pool.getMetadata().getName();
        Failures.explain(
                "create " + what + " " + purpose,
                () -> kubernetes.resource(pool).create());
        progress.accept(what);
    }
}
