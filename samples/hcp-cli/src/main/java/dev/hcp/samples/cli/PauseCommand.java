package dev.hcp.samples.cli;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hcp pause}. */
@Command(
        footer = {
            "",
            "Examples:",
            "  hcp pause demo",
            "  hcp pause demo --until 2026-03-01T08:00:00Z",
            "  hcp pause nodepool demo-extra"
        })
final class PauseCommand extends OnClusterOrNodePool {
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
        Instant time = until == null ? null : time(until);
        String end = until == null ? "until it is resumed" : "until " + until;
        change(
                cluster -> time == null ? cluster.pause() : cluster.pauseUntil(time),
                pool -> time == null ? pool.pause() : pool.pauseUntil(time),
                "is paused " + end);
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
