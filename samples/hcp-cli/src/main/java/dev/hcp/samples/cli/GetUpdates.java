package dev.hcp.samples.cli;

import dev.hcp.api.hypershift.ConditionalUpdate;
import dev.hcp.api.hypershift.ConditionalUpdateRisk;
import dev.hcp.api.hypershift.HostedClusterSpec;
import dev.hcp.api.hypershift.UpdateRelease;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.client.HostedClusterResource;
import dev.hcp.client.status.StatusCondition;
import dev.hcp.client.status.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** {@code hcp get updates}: what the channel of a cluster offers. */
@Command
final class GetUpdates extends OnCluster {
    GetUpdates(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        HostedClusterResource cluster = cluster();
        HostedClusterSpec spec = cluster.get().getSpec();
        String channel = spec == null || spec.getChannel() == null ? "" : spec.getChannel();
        List<UpdateRelease> available = cluster.availableUpdates();
        List<ConditionalUpdate> conditional = cluster.conditionalUpdates();
        Printed.either(
                session,
                () -> text(cluster, channel, available, conditional),
                () -> JsonObject.of(
                        "availableUpdates", trees(available),
                        "channel", channel,
                        "conditionalUpdates", trees(conditional)));
        return ExitCodes.OK;
    }

    private static JsonArray trees(List<?> models) {
        return JsonArray.copyOf(models.stream().map(Json::toTree).toList());
    }

    private static String text(
            HostedClusterResource cluster,
            String channel,
            List<UpdateRelease> available,
            List<ConditionalUpdate> conditional) {
        if (channel.isEmpty()) {
            return "no channel is chosen, so there are no updates; choose one: hcp set cluster " + cluster.name()
                    + " --namespace " + cluster.namespace() + " --channel stable-4.y";
        }
        if (available.isEmpty() && conditional.isEmpty()) {
            return "channel " + channel + " has no updates";
        }
        List<List<String>> rows = new ArrayList<>();
        available.forEach(update -> rows.add(row(update, "yes", "")));
        conditional.forEach(update -> rows.add(row(update.getRelease(), recommended(update), risks(update))));
        return "channel " + channel + "\n" + new Table(List.of("VERSION", "RECOMMENDED", "IMAGE", "RISKS"), rows);
    }

    private static List<String> row(@Nullable UpdateRelease release, String recommended, String risks) {
        return List.of(
                release == null || release.getVersion() == null ? "" : release.getVersion(),
                recommended,
                release == null || release.getImage() == null ? "" : release.getImage(),
                risks);
    }

    /** Nobody knows when it has not been found out whether a risk applies. */
    private static String recommended(ConditionalUpdate update) {
        List<StatusCondition> conditions = StatusCondition.of(JsonObject.of("status", Json.toTree(update)));
        return StatusCondition.find(conditions, "Recommended")
                .map(found -> switch (found.status()) {
                    case "True" -> "yes";
                    case "False" -> "no";
                    default -> "unknown";
                })
                .orElse("unknown");
    }

    private static String risks(ConditionalUpdate update) {
        return update.getRisks().stream().map(ConditionalUpdateRisk::getName).collect(Collectors.joining(","));
    }
}
