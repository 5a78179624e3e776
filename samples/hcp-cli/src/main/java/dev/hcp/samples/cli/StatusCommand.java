package dev.hcp.samples.cli;

import dev.hcp.api.HcpException;
import dev.hcp.client.HostedClusterResource;
import dev.hcp.client.LiveStatus;
import dev.hcp.client.WaitTimeoutException;
import dev.hcp.client.status.ClusterStatus;
import java.time.Duration;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hcp status}. */
@Command(
        footer = {
            "",
            "Watched on a terminal, the picture is drawn anew whenever something changes; elsewhere each change is a line,",
            "and with --output yaml or json each new status a document.",
            "",
            "Examples:",
            "  hcp status demo",
            "  hcp status demo --watch",
            "  hcp status demo --output json"
        })
final class StatusCommand extends OnCluster {
    /** As good as for ever. */
    private static final Duration FOREVER = Duration.ofDays(3650);

    @Option(
            names = {"-w", "--watch"},
            description = "Follow what changes, until the cluster is gone or Ctrl-C is pressed.")
    private boolean watch;

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            converter = GoDurationConverter.class,
            description = "With --watch: when to stop, such as 10m. Default: 0s, not before the cluster is gone.")
    private Duration timeout = Duration.ZERO;

    StatusCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        if (!watch && !timeout.isZero()) {
            throw new UsageException("--timeout is for --watch: give both or neither");
        }
        if (watch) {
            follow(cluster());
        } else {
            Printed.result(session, cluster().status());
        }
        return ExitCodes.OK;
    }

    private void follow(HostedClusterResource cluster) {
        cluster.get();
        Consumer<ClusterStatus> view = view();
        try (LiveStatus live = cluster.follow(view, problem -> tell(view, problem))) {
            cluster.awaitGone(timeout.isZero() ? FOREVER : timeout);
            session.streams().err().println(cluster + " is gone");
        } catch (WaitTimeoutException e) {
            if (timeout.isZero()) {
                throw e;
            }
        }
    }

    private void tell(Consumer<ClusterStatus> view, HcpException problem) {
        String text = problem.getMessage() + "; trying again";
        if (view instanceof StatusScreen screen) {
            screen.note(text);
        } else {
            session.streams().err().println(text);
        }
    }

    private Consumer<ClusterStatus> view() {
        return switch (session.output()) {
            case TABLE ->
                session.streams().terminal()
                        ? new StatusScreen(session.streams().out(), Terminal::size)
                        : new StatusLines(session.streams().out());
            case YAML ->
                status -> {
                    session.streams().out().println("---");
                    Printed.result(session, status);
                };
            case JSON -> status -> Printed.result(session, status);
        };
    }
}
