package dev.hcp.samples.cli;

import dev.hcp.client.status.ClusterStatus;
import dev.hcp.client.status.StatusCondition;
import dev.hcp.client.status.Table;
import java.io.PrintWriter;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Follows a cluster on a terminal: what matters of it on one screen, with the latest changes below. */
final class StatusScreen implements Consumer<ClusterStatus> {
    /** Conditions that are shown always; others only while they are not as they should be. */
    private static final List<String> HEADLINES = List.of("Available", "Progressing", "Degraded");

    /** Ends of the types of conditions that are good when they are True. */
    private static final List<String> GOOD = List.of("Available", "Ready", "Succeeding", "Completed");

    private static final int MOST_CHANGES = 200;
    private static final int FEWEST_CHANGES = 4;
    private static final String CLEAR = "\033[2J";
    private static final String HOME = "\033[H";
    private static final String CLEAR_LINE = "\033[K";
    private static final String CLEAR_BELOW = "\033[J";

    private final PrintWriter out;
    private final Supplier<Terminal.Size> size;
    private final List<String> changes = new ArrayList<>();
    private Map<String, String> known = Map.of();
    private List<String> last = List.of();

    StatusScreen(PrintWriter out, Supplier<Terminal.Size> size) {
        this.out = out;
        this.size = size;
    }

    @Override
    public void accept(ClusterStatus status) {
        Map<String, String> now = StatusFacts.of(status);
        if (!known.isEmpty()) {
            add(StatusFacts.changes(known, now));
        }
        draw(known.isEmpty(), picture(status));
        known = now;
    }

    /** Says something among the changes; the rest stays as it is. */
    void note(String text) {
        add(List.of(text.replace('\n', ' ')));
        draw(known.isEmpty(), last);
    }

    private void add(List<String> texts) {
        String time = LocalTime.now().truncatedTo(ChronoUnit.SECONDS).toString();
        texts.forEach(text -> changes.add(time + " " + text));
        while (changes.size() > MOST_CHANGES) {
            changes.remove(0);
        }
    }

    private void draw(boolean first, List<String> picture) {
        last = picture;
        Terminal.Size screen = size.get();
        int rows = Math.max(FEWEST_CHANGES + 2, screen.rows() - 1);
        List<String> lines = new ArrayList<>(picture);
        int room = Math.min(changes.size(), Math.max(FEWEST_CHANGES, rows - picture.size() - 1));
        if (room > 0) {
            int most = rows - room - 1;
            if (lines.size() > most) {
                lines = new ArrayList<>(lines.subList(0, most - 1));
                lines.add("... " + (picture.size() - most + 1) + " more lines");
            }
            lines.add("");
            lines.addAll(changes.subList(changes.size() - room, changes.size()));
        } else if (lines.size() > rows) {
            lines = new ArrayList<>(lines.subList(0, rows - 1));
            lines.add("... " + (picture.size() - rows + 1) + " more lines");
        }
        StringBuilder text = new StringBuilder(first ? CLEAR + HOME : HOME);
        for (String line : lines) {
            text.append(line.length() > screen.columns() ? line.substring(0, screen.columns()) : line)
                    .append(CLEAR_LINE)
                    .append("\r\n");
        }
        out.print(text.append(CLEAR_BELOW));
        out.flush();
    }

    private static List<String> picture(ClusterStatus status) {
        List<String> lines = new ArrayList<>();
        lines.add("hosted cluster " + status.namespace() + "/" + status.name() + " on " + status.platform());
        lines.add("release " + status.release());
        status.newest()
                .ifPresent(version -> lines.add("version " + version.version() + " " + version.state()
                        + (version.completed().isEmpty()
                                ? " since " + version.started()
                                : " at " + version.completed())));
        table(
                lines,
                List.of("CONDITION", "STATUS", "REASON", "MESSAGE"),
                status.conditions().stream()
                        .filter(StatusScreen::isShown)
                        .sorted(Comparator.comparing(condition -> !HEADLINES.contains(condition.type())))
                        .toList(),
                c -> List.of(c.type(), c.status(), c.reason(), c.message().replace('\n', ' ')));
        components(lines, status.components());
        table(
                lines,
                List.of("NODE POOL", "WANTED", "NODES", "VERSION"),
                status.nodePools(),
                p -> List.of(p.name(), p.wanted(), Long.toString(p.nodes()), p.version()));
        table(
                lines,
                List.of("AGENT", "CLUSTER", "APPROVED", "STATE", "STAGE"),
                status.agents(),
                a -> List.of(
                        a.hostname().isEmpty() ? a.name() : a.hostname(),
                        a.cluster(),
                        Boolean.toString(a.approved()),
                        a.state(),
                        a.stage()));
        table(
                lines,
                List.of("MACHINE", "PHASE", "NODE", "VERSION"),
                status.machines(),
                m -> List.of(m.name(), m.phase(), m.node(), m.version()));
        status.hosted().ifPresent(hosted -> hosted(lines, hosted));
        return lines;
    }

    private static void components(List<String> lines, List<ClusterStatus.Component> components) {
        if (components.isEmpty()) {
            return;
        }
        List<String> waiting = components.stream()
                .filter(component -> !component.isReady())
                .map(component -> component.name() + " " + component.ready() + "/" + component.wanted())
                .toList();
        lines.add("");
        lines.add((components.size() - waiting.size()) + " of " + components.size() + " components are ready"
                + (waiting.isEmpty() ? "" : "; not yet: " + String.join(", ", waiting)));
    }

    private static void hosted(List<String> lines, ClusterStatus.Hosted hosted) {
        List<ClusterStatus.HostedNode> waiting = hosted.nodes().stream()
                .filter(node -> !node.ready().status().equals("True"))
                .toList();
        lines.add("");
        lines.add((hosted.nodes().size() - waiting.size()) + " of "
                + hosted.nodes().size() + " nodes are ready"
                + (waiting.isEmpty()
                        ? ""
                        : "; not yet: "
                                + waiting.stream()
                                        .map(ClusterStatus.HostedNode::name)
                                        .collect(Collectors.joining(", "))));
        table(
                lines,
                List.of("OPERATOR", "VERSION", "NOT SETTLED"),
                hosted.operators().stream()
                        .filter(operator -> !operator.isSettled())
                        .toList(),
                o -> List.of(
                        o.name(),
                        o.version(),
                        o.conditions().stream()
                                .filter(StatusScreen::isUnsettled)
                                .map(StatusCondition::type)
                                .collect(Collectors.joining(","))));
    }

    private static boolean isUnsettled(StatusCondition condition) {
        return HEADLINES.contains(condition.type())
                && condition.status().equals("True") != condition.type().equals("Available");
    }

    private static boolean isShown(StatusCondition condition) {
        String type = condition.type();
        boolean good = type.startsWith("Valid") || GOOD.stream().anyMatch(type::endsWith);
        return HEADLINES.contains(type) || good && !condition.status().equals("True");
    }

    private static <T> void table(
            List<String> lines, List<String> columns, List<T> items, Function<T, List<String>> row) {
        if (!items.isEmpty()) {
            lines.add("");
            lines.addAll(new Table(columns, items.stream().map(row).toList())
                    .toString()
                    .lines()
                    .toList());
        }
    }
}
