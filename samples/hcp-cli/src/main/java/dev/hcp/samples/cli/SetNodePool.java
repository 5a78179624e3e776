package dev.hcp.samples.cli;

import dev.hcp.client.NodePoolResource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hcp set nodepool}. */
@Command(
        footer = {
            "",
            "Configurations and tunings are ConfigMaps beside the node pool; nodes are replaced or updated to get them.",
            "",
            "Examples:",
            "  hcp set nodepool demo --auto-repair --drain-timeout 30m",
            "  hcp set nodepool demo --config kubelet=kubelet-config.yaml",
            "  hcp set nodepool demo --remove-tuning hugepages"
        })
final class SetNodePool extends OnNodePool {
    @Option(
            names = "--auto-repair",
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "true|false",
            description = "Whether nodes that are not healthy are replaced.")
    private @Nullable Boolean autoRepair;

    @Option(
            names = "--drain-timeout",
            paramLabel = "DURATION",
            converter = GoDurationConverter.class,
            description =
                    "How long a node is drained before it goes regardless, such as 30m; 0s for as long as it takes.")
    private @Nullable Duration drainTimeout;

    @Option(
            names = "--config",
            paramLabel = "NAME=FILE",
            description = "Put a MachineConfig, KubeletConfig and the like on the nodes; may be repeated.")
    private Map<String, Path> configurations = Map.of();

    @Option(
            names = "--remove-config",
            paramLabel = "NAME",
            description = "Take such a configuration off the nodes; may be repeated.")
    private List<String> removedConfigurations = List.of();

    @Option(
            names = "--tuning",
            paramLabel = "NAME=FILE",
            description = "Tune the nodes with Tuned objects or a PerformanceProfile; may be repeated.")
    private Map<String, Path> tunings = Map.of();

    @Option(names = "--remove-tuning", paramLabel = "NAME", description = "Take such a tuning off; may be repeated.")
    private List<String> removedTunings = List.of();

    SetNodePool(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        NodePoolResource pool = pool();
        Settings settings = new Settings(session, "NodePool " + pool.name());
        if (autoRepair != null) {
            boolean on = autoRepair;
            settings.add(on ? "is repaired" : "is not repaired", () -> pool.autoRepair(on));
        }
        if (drainTimeout != null) {
            Duration timeout = drainTimeout;
            String limit =
                    timeout.isZero() ? "as long as it takes" : "for at most " + GoDurationConverter.text(timeout);
            settings.add("is drained " + limit, () -> pool.drainTimeout(timeout));
        }
        configurations.forEach((name, file) -> {
            String manifest = InputFile.read("--config", file);
            settings.add("has the configuration " + name, () -> pool.configure(name, manifest));
        });
        removedConfigurations.forEach(
                name -> settings.add("has no configuration " + name, () -> pool.removeConfiguration(name)));
        tunings.forEach((name, file) -> {
            String manifest = InputFile.read("--tuning", file);
            settings.add("has the tuning " + name, () -> pool.tune(name, manifest));
        });
        removedTunings.forEach(name -> settings.add("has no tuning " + name, () -> pool.removeTuning(name)));
        settings.apply("--auto-repair, --drain-timeout, --config, --remove-config, --tuning, --remove-tuning");
        return ExitCodes.OK;
    }
}
