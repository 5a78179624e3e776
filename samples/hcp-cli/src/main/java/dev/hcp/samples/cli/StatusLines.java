package dev.hcp.samples.cli;

import dev.hcp.client.status.ClusterStatus;
import java.io.PrintWriter;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Consumer;

/** Follows a cluster in lines: first all there is, and then what changes. */
final class StatusLines implements Consumer<ClusterStatus> {
    private final PrintWriter out;
    private Map<String, String> known = Map.of();

    StatusLines(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void accept(ClusterStatus status) {
        Map<String, String> now = StatusFacts.of(status);
        if (known.isEmpty()) {
            out.println(status);
        } else {
            String time = LocalTime.now().truncatedTo(ChronoUnit.SECONDS).toString();
            StatusFacts.changes(known, now).forEach(change -> out.println(time + " " + change));
        }
        out.flush();
        known = now;
    }
}
