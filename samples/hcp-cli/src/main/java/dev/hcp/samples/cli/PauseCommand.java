package dev.hcp.samples.cli;

import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.client.HostedClusterResource;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hcp pause}. */
@Command
final class PauseCommand extends OnCluster {
    @Option(
            names = "--until",
            paramLabel = "TIME",
            description = "When it ends by itself, such as 2026-03-01T08:00:00Z. Default: never.")
    private @Nullable String until;

    PauseCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        HostedClusterResource cluster = cluster();
        HostedCluster paused = until == null ? cluster.pause() : cluster.pauseUntil(time(until));
        String end = until == null ? "until it is resumed" : "until " + until;
        Printed.result(session, paused, "HostedCluster " + cluster.name() + " is paused " + end);
        return ExitCodes.OK;
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new UsageException("--until " + text + " is no time such as 2026-03-01T08:00:00Z");
        }
    }
}
