package dev.hcp.api.json;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Makes trees of the events of a YAML text, on guard against texts that are small and would become large: those nested very
 * deep, and those that repeat a part by its name again and again.
 */
final class YamlReader {
    /** Fewer values than that are never too many. */
    private static final long HARMLESS = 1000;
    /** Up to so many values, nearly all of them may be repeated; from {@link #MANY} on, one in ten may. */
    private static final long SOME = 400_000;

    private static final long MANY = 4_000_000;

    private final Iterator<Event> events;
    private final int maxDepth;
    private final Map<Anchor, Part> parts = new HashMap<>();
    private final Set<Anchor> begun = new HashSet<>();
    private List<String> duplicates = List.of();
    private int depth;
    private long values;
    private long repeated;

    YamlReader(LoadSettings settings, String text, int maxDepth) {
        this.events = new Parse(settings).parseString(text).iterator();
        this.maxDepth = maxDepth;
    }

    /** A part of a document that may be repeated by its name, and how many values it consists of. */
    private record Part(@Nullable Object tree, long size) {}

    /** The documents that are left, at most so many. */
    List<Yaml.Document> documents(int most) {
        List<Yaml.Document> documents = new ArrayList<>();
        while (documents.size() < most && events.hasNext()) {
            Event event = events.next();
            if (event.getEventId() == Event.ID.DocumentStart) {
                duplicates = new ArrayList<>();
                parts.clear();
                values = 0;
                repeated = 0;
                documents.add(new Yaml.Document(value(events.next()), duplicates));
            }
        }
        return documents;
    }

    private @Nullable Object value(Event event) {
        if (event instanceof AliasEvent alias) {
            return repetition(alias.getAlias());
        }
        Anchor anchor = event instanceof NodeEvent node ? node.getAnchor().orElse(null) : null;
        if (anchor != null) {
            begun.add(anchor);
        }
        long before = values++;
        Object tree =
                switch (event.getEventId()) {
                    case MappingStart -> object();
                    case SequenceStart -> array();
                    default -> scalar((ScalarEvent) event);
                };
        if (anchor != null) {
            begun.remove(anchor);
            parts.put(anchor, new Part(tree, values - before));
        }
        return tree;
    }

    private @Nullable Object repetition(Anchor anchor) {
        if (begun.contains(anchor)) {
            throw new YamlSyntaxException("yaml: anchor '" + anchor.getValue() + "' value contains itself", null);
        }
        Part part = parts.get(anchor);
        if (part == null) {
            throw new YamlSyntaxException("yaml: unknown anchor '" + anchor.getValue() + "' referenced", null);
        }
        values += part.size();
        repeated += part.size();
        if (values > HARMLESS && repeated > 100 && (double) repeated / values > allowedShare()) {
            throw new YamlSyntaxException("yaml: document contains excessive aliasing", null);
        }
        return part.tree();
    }

    private double allowedShare() {
        if (values <= SOME) {
            return 0.99;
        }
        return values >= MANY ? 0.10 : 0.99 - 0.89 * (values - SOME) / (MANY - SOME);
    }

    private void enter() {
        if (++depth > maxDepth) {
            throw new YamlSyntaxException(
                    "yaml: objects and lists are nested deeper than " + maxDepth + " levels", null);
        }
    }

    private JsonObject object() {
        enter();
        JsonObject.Builder object = JsonObject.builder(8);
        Set<String> seen = new HashSet<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            String key = String.valueOf(value(event));
            if (!seen.add(key)) {
                int line = event.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
                duplicates.add("line " + line + ": key \"" + key + "\" already set in map");
            }
            object.put(key, value(events.next()));
        }
        depth--;
        return object.build();
    }

    private JsonArray array() {
        enter();
        List<@Nullable Object> items = new ArrayList<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            items.add(value(event));
        }
        depth--;
        return JsonArray.copyOf(items);
    }

    /** Only what is plain and has no type of its own can be anything but text. */
    private static @Nullable Object scalar(ScalarEvent event) {
        boolean plain = event.getScalarStyle() == ScalarStyle.PLAIN
                && !event.getTag().map(Tag.BINARY.getValue()::equals).orElse(false);
        return plain ? Yaml.plainScalar(event.getValue()) : event.getValue();
    }
}
