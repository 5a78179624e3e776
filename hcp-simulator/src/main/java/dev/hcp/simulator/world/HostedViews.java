package dev.hcp.simulator.world;

import dev.hcp.api.HcpException;
import dev.hcp.platforms.World;
import dev.hcp.simulator.apiserver.Objects;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Hosted clusters as reconcilers see them, each made when first asked for.
 *
 * <p>Used on the thread of simulated time alone.
 */
final class HostedViews {
    private final GuestClusters guests;
    private final InstantSource clock;
    private final Map<String, Hosted> views = new HashMap<>();

    /** A hosted cluster: what is in it, and how plans are carried out there. */
    record Hosted(Objects objects, World view, PlanExecution execution) {}

    HostedViews(GuestClusters guests, InstantSource clock) {
        this.guests = guests;
        this.clock = clock;
    }

    /** The hosted cluster of a control plane, while its API server answers. */
    Optional<Hosted> find(String controlPlaneNamespace, World management) {
        Optional<GuestClusters.Guest> guest = guests.find(controlPlaneNamespace);
        if (guest.isEmpty()) {
            views.remove(controlPlaneNamespace);
            return Optional.empty();
        }
        Objects objects = guest.get().objects();
        Hosted known = views.get(controlPlaneNamespace);
        if (known == null || known.objects() != objects) {
            TypedObjects typed = new TypedObjects(objects);
            known = new Hosted(
                    objects,
                    new HostedView(objects, typed, management),
                    new PlanExecution(objects, typed, new EventRecorder(objects, clock), this));
            views.put(controlPlaneNamespace, known);
        }
        return Optional.of(known);
    }

    /** A hosted cluster that was found in this turn. */
    Hosted existing(String controlPlaneNamespace) {
        Hosted known = views.get(controlPlaneNamespace);
        if (known == null) {
            throw new HcpException("nobody looked into the hosted cluster of control plane " + controlPlaneNamespace
                    + " in this turn, so nothing can be wanted there");
        }
        return known;
    }
}
