package dev.hcp.simulator.world;

import dev.hcp.simulator.apiserver.Objects;
import java.util.Optional;

/** The hosted clusters, as actors that work in them find them. */
public interface GuestClusters {
    /**
     * The hosted cluster of a control plane namespace, while its API server answers. Whoever finds none tries again
     * later: there is no announcement when it comes up.
     */
    Optional<Guest> find(String controlPlaneNamespace);

    /** A hosted cluster whose API server answers. */
    interface Guest {
        /**
         * Name of its API server, as {@link dev.hcp.simulator.kernel.ActorContext#watchHosted} gives it: the control plane
         * namespace.
         */
        String controlPlaneNamespace();

        /** The objects in it. */
        Objects objects();

        /** Finds objects in it by what they say. */
        FieldIndex index();
    }
}
