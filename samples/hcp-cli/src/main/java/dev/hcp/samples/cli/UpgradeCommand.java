package dev.hcp.samples.cli;

import dev.hcp.client.HostedClusterResource;
import dev.hcp.client.Upgrade;
import dev.hcp.client.UpgradePlan;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hcp upgrade}: the control plane, and then the node pools. */
@Command(
        footer = {
            "",
            "Examples:",
            "  hcp get updates demo",
            "  hcp upgrade demo --to 4.17.3 --dry-run",
            "  hcp upgrade demo --to 4.17.3 --yes --wait --timeout 1h",
            "  hcp upgrade demo --to 4.17.3 --nodepool demo-extra"
        })
final class UpgradeCommand extends OnCluster {
    /** Of each step: as good as for ever. */
    private static final Duration FOREVER = Duration.ofDays(3650);

    @Option(
            names = "--to",
            paramLabel = "RELEASE",
            required = true,
            description = "Release image, or a version among those that 'hcp get updates' lists.")
    private String release = "";

    @Option(names = "--control-plane-only", description = "Leave the node pools as they are.")
    private boolean controlPlaneOnly;

    @Option(
            names = "--nodepool",
            paramLabel = "NAME",
            description = "Upgrade this node pool and leave the rest as it is; may be repeated.")
    private List<String> nodePools = List.of();

    @Option(
            names = "--force",
            description =
                    "Go on although the cluster says that it is not upgradeable, or the release is not recommended.")
    private boolean force;

    @Option(names = "--dry-run", description = "Print what would be done, in which order, and stop.")
    private boolean dryRun;

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask before it begins.")
    private boolean yes;

    @Option(
            names = "--wait",
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "true|false",
            description = "Wait until all of it is upgraded. Node pools follow the control plane only while it waits.")
    private boolean wait;

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            converter = GoDurationConverter.class,
            description = "How long to wait for each step, such as 1h. Default: 0s, as long as it takes.")
    private Duration timeout = Duration.ZERO;

    UpgradeCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        if (controlPlaneOnly && !nodePools.isEmpty()) {
            throw new UsageException("--control-plane-only and --nodepool exclude each other: give one of them");
        }
        HostedClusterResource cluster = cluster();
        Upgrade upgrade = upgrade(cluster);
        UpgradePlan plan = upgrade.plan();
        int steps = plan.nodePools().size() + (plan.controlPlane().isPresent() ? 1 : 0);
        if (dryRun) {
            Printed.either(session, plan::explain, () -> RecordTree.of(plan));
            return plan.problems().isEmpty() ? ExitCodes.OK : ExitCodes.USAGE;
        }
        if (steps > 0 && plan.problems().isEmpty() && !yes && !isConfirmed(plan)) {
            session.streams().err().println("hcp: nothing was changed");
            return ExitCodes.FAILED;
        }
        Printed.either(
                session,
                () -> run(cluster, upgrade, plan, steps).explain(),
                () -> RecordTree.of(run(cluster, upgrade, plan, steps)));
        if (!wait && plan.controlPlane().isPresent() && !plan.nodePools().isEmpty()) {
            session.streams()
                    .err()
                    .println("hcp: only the control plane was begun; give the same command again when it is done, or"
                            + " --wait, for the node pools");
        }
        return ExitCodes.OK;
    }

    private Upgrade upgrade(HostedClusterResource cluster) {
        Upgrade upgrade = cluster.upgradeTo(release);
        if (controlPlaneOnly) {
            upgrade = upgrade.controlPlaneOnly();
        }
        if (!nodePools.isEmpty()) {
            upgrade = upgrade.nodePoolsOnly(nodePools.toArray(new String[0]));
        }
        return force ? upgrade.force() : upgrade;
    }

    private UpgradePlan run(HostedClusterResource cluster, Upgrade upgrade, UpgradePlan plan, int steps) {
        if (!wait || steps == 0) {
            return upgrade.start();
        }
        try (Progress progress = session.progress(cluster.name(), 1)) {
            progress.at(0, "upgrading to " + plan.version());
            return upgrade(cluster.withProgress(change -> progress.at(0, change.change())))
                    .run(timeout.isZero() ? FOREVER : timeout);
        }
    }

    private boolean isConfirmed(UpgradePlan plan) {
        if (!session.streams().terminal()) {
            throw new UsageException(
                    "an upgrade has to be confirmed, and there is no terminal to ask on: look at the plan"
                            + " with --dry-run, then give --yes");
        }
        PrintWriter err = session.streams().err();
        err.println(plan.explain());
        err.print("Begin? [y/N] ");
        err.flush();
        String answer = session.streams().readLine();
        return answer.equalsIgnoreCase("y") || answer.equalsIgnoreCase("yes");
    }
}
