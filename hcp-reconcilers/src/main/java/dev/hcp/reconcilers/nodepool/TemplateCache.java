package dev.hcp.reconcilers.nodepool;

import dev.hcp.api.hypershift.HostedClusterSpec;
import dev.hcp.api.hypershift.NodePoolSpec;
import dev.hcp.platforms.MachineTemplate;
import dev.hcp.reconcilers.ObjectKey;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The machine templates made last: making one, and hashing its text, is most of what a pass costs.
 *
 * <p>Thread-safe. A template is used again only for equal inputs.
 */
final class TemplateCache {
    private static final int LIMIT = 4096;

    private record Inputs(
            NodePoolSpec pool,
            Map<String, String> annotations,
            @Nullable Map<String, String> clusterAnnotations,
            HostedClusterSpec cluster,
            String bootSource) {}

    private record Made(Inputs inputs, TemplateObject template) {}

    private final Map<ObjectKey, Made> made = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ObjectKey, Made> eldest) {
            return size() > LIMIT;
        }
    };

    /** The template of a pool, made where the one made last was for other inputs. */
    Optional<TemplateObject> get(
            PoolState state,
            Class<? extends HasMetadata> type,
            String bootSource,
            Supplier<Optional<MachineTemplate>> maker) {
        Inputs inputs = new Inputs(
                state.spec,
                state.annotations(),
                state.cluster.getMetadata().getAnnotations(),
                state.clusterSpec,
                bootSource);
        synchronized (made) {
            Made known = made.get(state.key);
            if (known != null && known.inputs().equals(inputs)) {
                return Optional.of(known.template());
            }
        }
        Optional<TemplateObject> template = maker.get().map(spec -> TemplateObject.of(state, type, spec));
        synchronized (made) {
            template.ifPresentOrElse(
                    object -> made.put(state.key, new Made(inputs, object)), () -> made.remove(state.key));
        }
        return template;
    }
}
