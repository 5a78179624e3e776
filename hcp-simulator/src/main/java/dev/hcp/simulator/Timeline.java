package dev.hcp.simulator;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.Objects;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What happened, as a person tells it: objects that came and went, phases and conditions that changed, versions that were
 * reached.
 *
 * <p>It listens to commits from when it is made until it is closed, and keeps one small entry per change. Thread-safe.
 */
public final class Timeline implements AutoCloseable {
    private final Supplier<Instant> clock;
    private final Instant start;
    private final Set<String> kinds;
    private final List<Entry> entries = new ArrayList<>();
    private final Objects.Subscription subscription;

    private Timeline(Objects objects, Supplier<Instant> clock, Set<String> kinds) {
        this.clock = clock;
        this.start = clock.get();
        this.kinds = kinds;
        this.subscription = objects.onChange(this::record);
    }

    /**
     * Begins to record.
     *
     * @param objects the objects to follow
     * @param clock the virtual time
     * @param kinds the kinds to follow, such as {@code HostedCluster}; all when empty
     */
    public static Timeline record(Objects objects, Supplier<Instant> clock, Set<String> kinds) {
        return new Timeline(objects, clock, Set.copyOf(kinds));
    }

    /** One change. {@code time} is virtual time since the recording began. */
    public record Entry(Duration time, String kind, String namespace, String name, String what, String detail) {
        /** {@code Kind/name}. */
        public String object() {
            return kind + "/" + name;
        }
    }

    /** What was recorded so far, oldest first. */
    public List<Entry> entries() {
        synchronized (entries) {
            return List.copyOf(entries);
        }
    }

    /** The entries that a filter lets through, as a text table: time, object, change. */
    public String table(Predicate<Entry> filter) {
        List<Entry> shown = entries().stream().filter(filter).toList();
        int width = shown.stream().mapToInt(e -> e.object().length()).max().orElse(6);
        int what = Math.min(
                52, shown.stream().mapToInt(e -> e.what().length()).max().orElse(6));
        StringBuilder table = new StringBuilder();
        row(table, "TIME", "OBJECT", width, "CHANGE", what, "DETAIL");
        for (Entry entry : shown) {
            row(table, clock(entry.time()), entry.object(), width, entry.what(), what, entry.detail());
        }
        return table.toString();
    }

    private static void row(
            StringBuilder table, String time, String object, int width, String change, int changeWidth, String detail) {
        String line = String.format("%-8s  %-" + width + "s  %-" + changeWidth + "s  %s", time, object, change, detail);
        table.append(line.stripTrailing()).append('\n');
    }

    /** {@code mm:ss}, or {@code h:mm:ss} from the first hour on. */
    private static String clock(Duration time) {
        return time.toHours() > 0
                ? String.format("%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart())
                : String.format("%02d:%02d", time.toMinutesPart(), time.toSecondsPart());
    }

    /** Ends the recording; what was recorded stays readable. */
    @Override
    public void close() {
        subscription.close();
    }

    private void record(Objects.Change change) {
        if (!kinds.isEmpty() && !kinds.contains(change.type().kind())) {
            return;
        }
        JsonObject before = change.before();
        JsonObject after = change.after();
        if (before == null) {
            add(change, "created", "");
        }
        if (after == null) {
            add(change, "gone", "");
            return;
        }
        JsonObject old = before == null ? JsonObject.EMPTY : before;
        if (old.at("metadata", "deletionTimestamp") == null && after.at("metadata", "deletionTimestamp") != null) {
            add(change, "deletion requested", "");
        }
        JsonObject statusBefore = old.object("status");
        JsonObject statusAfter = after.object("status");
        if (statusBefore == statusAfter) {
            return;
        }
        for (String field : List.of("phase", "printableStatus")) {
            String value = statusAfter.text(field);
            if (value != null && !value.isEmpty() && !value.equals(statusBefore.text(field))) {
                add(change, "phase " + value, "");
            }
        }
        history(change, statusBefore, statusAfter);
        conditions(change, statusBefore.array("conditions"), statusAfter.array("conditions"));
    }

    private void history(Objects.Change change, JsonObject before, JsonObject after) {
        JsonObject was = newest(before);
        JsonObject is = newest(after);
        String state = is.text("state");
        boolean same = text(is, "state").equals(text(was, "state"))
                && text(is, "image").equals(text(was, "image"));
        if (state != null && !same) {
            add(change, "version " + state, text(is, "version"));
        }
    }

    private static JsonObject newest(JsonObject status) {
        JsonArray history = status.array("version", "history");
        if (history.isEmpty()) {
            history = status.array("history");
        }
        return history.isEmpty() ? JsonObject.EMPTY : history.object(0);
    }

    private void conditions(Objects.Change change, JsonArray before, JsonArray after) {
        if (before == after) {
            return;
        }
        Map<String, JsonObject> known = new TreeMap<>();
        for (int i = 0; i < before.size(); i++) {
            known.put(text(before.object(i), "type"), before.object(i));
        }
        for (int i = 0; i < after.size(); i++) {
            JsonObject condition = after.object(i);
            JsonObject was = known.get(text(condition, "type"));
            if (was == null || !same(was, condition)) {
                add(change, text(condition, "type") + "=" + text(condition, "status"), detail(condition));
            }
        }
    }

    private static boolean same(JsonObject was, JsonObject is) {
        return text(was, "status").equals(text(is, "status"))
                && text(was, "reason").equals(text(is, "reason"));
    }

    private static String detail(JsonObject condition) {
        String reason = text(condition, "reason");
        String message = text(condition, "message").lines().findFirst().orElse("");
        if (message.isEmpty()) {
            return reason;
        }
        return reason.isEmpty() ? message : reason + ": " + message;
    }

    private static String text(JsonObject object, String field) {
        String text = object.text(field);
        return text == null ? "" : text;
    }

    private void add(Objects.Change change, String what, String detail) {
        JsonObject object = change.object();
        String namespace = object.text("metadata", "namespace");
        Entry entry = new Entry(
                Duration.between(start, clock.get()),
                change.type().kind(),
                namespace == null ? "" : namespace,
                String.valueOf(object.text("metadata", "name")),
                what,
                detail);
        synchronized (entries) {
            entries.add(entry);
        }
    }
}
