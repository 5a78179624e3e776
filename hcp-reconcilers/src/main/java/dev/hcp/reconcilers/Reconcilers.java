package dev.hcp.reconcilers;

import dev.hcp.platforms.PlatformProviders;
import dev.hcp.reconcilers.controlplane.HostedControlPlaneReconciler;
import dev.hcp.reconcilers.hostedcluster.HostedClusterReconciler;
import dev.hcp.reconcilers.hostedconfig.HostedClusterConfigReconciler;
import dev.hcp.reconcilers.hostedconfig.InPlaceUpgradeReconciler;
import dev.hcp.reconcilers.nodepool.NodePoolReconciler;
import dev.hcp.reconcilers.nodepool.PayloadJanitor;
import dev.hcp.reconcilers.sizing.ClusterSizeReconciler;
import dev.hcp.reconcilers.sizing.SizingConfigurationReconciler;
import java.util.List;

/** The reconcilers of HyperShift, ready for a driver. */
public final class Reconcilers {
    private Reconcilers() {}

    /** New instances of all of them, with the platforms on the class path; one set for one management cluster. */
    public static List<Reconciler<?>> all() {
        return all(PlatformProviders.load());
    }

    /** New instances of all of them, with these platforms. */
    public static List<Reconciler<?>> all(PlatformProviders platforms) {
        return List.of(
                new HostedClusterReconciler(platforms),
                new HostedControlPlaneReconciler(),
                new HostedClusterConfigReconciler(),
                new InPlaceUpgradeReconciler(),
                new NodePoolReconciler(platforms),
                new PayloadJanitor(),
                new SupportedVersions(),
                new ClusterSizeReconciler(),
                new SizingConfigurationReconciler());
    }
}
