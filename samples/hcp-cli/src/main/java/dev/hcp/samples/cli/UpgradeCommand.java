package dev.hcp.samples.cli;

import dev.hcp.client.Upgrade;
import dev.hcp.client.UpgradePlan;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hcp upgrade}: the control plane, and then the node pools. */
@Command
final class UpgradeCommand extends OnCluster {
    @Option(
            names = "--to",
            paramLabel = "RELEASE",
            required = true,
            description = "Release image, or a version among the available updates.")
    private String release = "";

    @Option(names = "--control-plane-only", description = "Leave the node pools as they are.")
    private boolean controlPlaneOnly;

    @Option(names = "--dry-run", description = "Print what would be done, in which order, and stop.")
    private boolean dryRun;

    @Option(
            names = "--wait",
            paramLabel = "DURATION",
            converter = GoDurationConverter.class,
            description = "Wait until all of it is upgraded, as long as this. Node pools follow only while it waits.")
    private @Nullable Duration wait;

    UpgradeCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        Upgrade upgrade = cluster().upgradeTo(release);
        if (controlPlaneOnly) {
            upgrade = upgrade.controlPlaneOnly();
        }
        UpgradePlan plan = dryRun ? upgrade.plan() : wait == null ? upgrade.start() : upgrade.run(wait);
        session.streams().out().println(plan.explain());
        return ExitCodes.OK;
    }
}
