package dev.hcp.client.status;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A snapshot as text. */
final class StatusReport {
    private final ClusterStatus status;
    private final StringBuilder text = new StringBuilder();

    StatusReport(ClusterStatus status) {
        this.status = status;
    }

    String text() {
        text.append("hosted cluster ")
                .append(status.namespace())
                .append('/')
                .append(status.name())
                .append(" on ")
                .append(status.platform())
                .append(", release ")
                .append(status.release())
                .append('\n');
        part(
                "versions",
                List.of("VERSION", "STATE", "STARTED", "COMPLETED"),
                status.versions(),
                v -> List.of(v.version(), v.state(), v.started(), v.completed()));
        part(
                "conditions",
                List.of("TYPE", "STATUS", "REASON", "MESSAGE"),
                status.conditions(),
                c -> List.of(c.type(), c.status(), c.reason(), c.message()));
        part(
                "endpoints",
                List.of("NAME", "ADDRESS"),
                List.copyOf(status.endpoints().entrySet()),
                e -> List.of(e.getKey(), e.getValue()));
        part(
                "components",
                List.of("NAME", "KIND", "READY"),
                status.components(),
                c -> List.of(c.name(), c.kind(), c.ready() + "/" + c.wanted()));
        part(
                "node pools",
                List.of("NAME", "WANTED", "NODES", "VERSION", "NOT TRUE"),
                status.nodePools(),
                p -> List.of(p.name(), p.wanted(), Long.toString(p.nodes()), p.version(), unmet(p)));
        part(
                "machines",
                List.of("NAME", "POOL", "NODE", "PHASE", "VERSION"),
                status.machines(),
                m -> List.of(m.name(), m.pool(), m.node(), m.phase(), m.version()));
        part(
                "virtual machines",
                List.of("NAME", "STATUS", "READY", "NODE"),
                status.virtualMachines(),
                v -> List.of(v.name(), v.status(), Boolean.toString(v.ready()), v.node()));
        part(
                "agents",
                List.of("NAME", "HOSTNAME", "CLUSTER", "APPROVED", "ROLE", "STATE", "STAGE"),
                status.agents(),
                a -> List.of(
                        a.name(),
                        a.hostname(),
                        a.cluster(),
                        Boolean.toString(a.approved()),
                        a.role(),
                        a.state(),
                        a.stage()));
        status.hosted().ifPresentOrElse(this::hosted, () -> text.append("\nthe hosted cluster does not answer yet\n"));
        return text.toString();
    }

    private void hosted(ClusterStatus.Hosted hosted) {
        part(
                "nodes",
                List.of("NAME", "READY", "KUBELET"),
                hosted.nodes(),
                n -> List.of(n.name(), n.ready().status(), n.kubelet()));
        part(
                "cluster operators",
                List.of("NAME", "VERSION", "AVAILABLE", "PROGRESSING", "DEGRADED"),
                hosted.operators(),
                o -> List.of(
                        o.name(), o.version(), state(o, "Available"), state(o, "Progressing"), state(o, "Degraded")));
    }

    private static String state(ClusterStatus.Operator operator, String type) {
        return StatusCondition.find(operator.conditions(), type)
                .map(StatusCondition::status)
                .orElse("");
    }

    /** Conditions of a pool that are good when they are True, and are not. */
    private static String unmet(ClusterStatus.Pool pool) {
        List<String> unmet = new ArrayList<>();
        for (StatusCondition condition : pool.conditions()) {
            boolean good = condition.type().startsWith("Valid")
                    || condition.type().startsWith("All")
                    || condition.type().equals("Ready")
                    || condition.type().equals("ReachedIgnitionEndpoint");
            if (good && !condition.status().equals("True")) {
                unmet.add(condition.type());
            }
        }
        return String.join(",", unmet);
    }

    private <T> void part(String title, List<String> columns, List<T> items, Function<T, List<String>> row) {
        if (!items.isEmpty()) {
            text.append('\n').append(title).append('\n');
            text.append(new Table(columns, items.stream().map(row).toList())
                    .toString()
                    .indent(2));
        }
    }
}
