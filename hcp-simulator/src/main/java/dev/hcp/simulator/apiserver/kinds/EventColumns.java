package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.kinds.BuiltInColumns.column;
import static dev.hcp.simulator.apiserver.kinds.BuiltInColumns.wide;
import static dev.hcp.simulator.apiserver.kinds.Trees.text;

import dev.hcp.api.json.JsonObject;
import java.util.List;
import java.util.Locale;

/** The columns of events. */
final class EventColumns {
    private EventColumns() {}

    static List<Column> columns() {
        return List.of(
                new Column("Last Seen", "string", "", "Last Seen", 0, (event, now) -> Column.age(last(event), now)),
                column("Type", event -> text(event, "type")),
                column("Reason", event -> text(event, "reason")),
                column("Object", EventColumns::object),
                wide("Subobject", event -> text(event, "involvedObject", "fieldPath")),
                wide("Source", EventColumns::source),
                column("Message", event -> text(event, "message").trim()),
                new Column("First Seen", "string", "", "First Seen", 1, (event, now) -> Column.age(first(event), now)),
                wide("Count", event -> Math.max(1, event.integer(1, "count"))),
                Column.text("Name", "name", "", 1, event -> text(event, "metadata", "name")));
    }

    private static String last(JsonObject event) {
        String series = text(event, "series", "lastObservedTime");
        if (!series.isEmpty()) {
            return series;
        }
        String last = text(event, "lastTimestamp");
        return last.isEmpty() ? first(event) : last;
    }

    private static String first(JsonObject event) {
        String first = text(event, "firstTimestamp");
        return first.isEmpty() ? text(event, "eventTime") : first;
    }

    private static String object(JsonObject event) {
        return text(event, "involvedObject", "kind").toLowerCase(Locale.ROOT) + "/"
                + text(event, "involvedObject", "name");
    }

    private static String source(JsonObject event) {
        String component = text(event, "source", "component");
        component = component.isEmpty() ? text(event, "reportingComponent") : component;
        String host = text(event, "source", "host");
        host = host.isEmpty() ? text(event, "reportingInstance") : host;
        return host.isEmpty() ? component : component + ", " + host;
    }
}
