package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.catalogue.Resource;
import dev.hcp.simulator.apiserver.kinds.BuiltInColumns;
import dev.hcp.simulator.apiserver.kinds.Column;
import dev.hcp.simulator.apiserver.store.StoredObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Objects as rows of a table, the way {@code kubectl get} prints them. */
final class Tables {
    private static final String NAME_DOC =
            "Name must be unique within a namespace. Is required when creating resources, although some resources may "
                    + "allow a client to request the generation of an appropriate name automatically. Name is primarily "
                    + "intended for creation idempotence and configuration definition. Cannot be updated. More info: "
                    + "https://kubernetes.io/docs/concepts/overview/working-with-objects/names#names";
    static final String CREATION_DOC =
            "CreationTimestamp is a timestamp representing the server time when this object was created. It is not "
                    + "guaranteed to be set in happens-before order across separate operations. Clients may not set this "
                    + "value. It is represented in RFC3339 form and is in UTC.\n\nPopulated by the system. Read-only. "
                    + "Null for lists. More info: https://git.k8s.io/community/contributors/devel/sig-architecture/"
                    + "api-conventions.md#metadata";

    private final Resource resource;
    private final String version;
    private final String include;
    private final Supplier<Instant> clock;
    private final List<Column> columns;

    Tables(Resource resource, String version, String include, Supplier<Instant> clock) {
        this.resource = resource;
        this.version = version;
        this.include = include.isEmpty() ? "Metadata" : include;
        this.clock = clock;
        if (!List.of("Metadata", "Object", "None").contains(this.include)) {
            throw Failures.badRequest("Unable to convert to Table as requested: includeObject: Invalid value: \""
                    + include + "\": must be 'Metadata', 'Object', 'None', or empty");
        }
        this.columns = resource.custom() ? customColumns(resource) : BuiltInColumns.of(resource);
    }

    private static List<Column> customColumns(Resource resource) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.text("Name", "name", NAME_DOC, 0, object -> object.text("metadata", "name")));
        columns.addAll(CustomColumn.of(resource.columns()));
        return columns;
    }

    /** Ages are told in seconds at the finest. */
    private Instant now() {
        return clock.get().truncatedTo(ChronoUnit.SECONDS);
    }

    /** What tells tables of one object from each other: what they show, when, and whether with columns. */
    Object form(boolean withColumns) {
        return new Form(resource, version, include, withColumns, now());
    }

    private record Form(Resource resource, String version, String include, boolean withColumns, Instant now) {}

    /** A table of one object. */
    JsonObject of(StoredObject object, boolean withColumns) {
        return table(
                JsonObject.of("resourceVersion", ObjectMeta.text(object.tree(), "resourceVersion")),
                List.of(object),
                withColumns);
    }

    /** A table of a list. */
    JsonObject of(Reads.Page page) {
        JsonObject meta = Presentation.meta(resource, page);
        return table(page.continuation().isEmpty() ? meta.without("continue") : meta, page.items(), true);
    }

    private JsonObject table(JsonObject meta, List<StoredObject> objects, boolean withColumns) {
        List<Object> rows = new ArrayList<>(objects.size());
        Instant now = now();
        for (StoredObject object : objects) {
            rows.add(row(object.tree(), now));
        }
        return JsonObject.of(
                "kind",
                "Table",
                "apiVersion",
                "meta.k8s.io/" + version,
                "metadata",
                meta,
                "columnDefinitions",
                withColumns ? definitions() : null,
                "rows",
                JsonArray.copyOf(rows));
    }

    private JsonArray definitions() {
        List<Object> definitions = new ArrayList<>();
        for (Column column : columns) {
            String description = column.description();
            if (description.isEmpty() && column.name().equals("Name")) {
                description = NAME_DOC;
            } else if (description.isEmpty()) {
                description = CREATION_DOC;
            }
            definitions.add(JsonObject.of(
                    "name",
                    column.name(),
                    "type",
                    column.type(),
                    "format",
                    column.format(),
                    "description",
                    description,
                    "priority",
                    column.priority()));
        }
        return JsonArray.copyOf(definitions);
    }

    private JsonObject row(JsonObject object, Instant now) {
        List<@Nullable Object> cells = new ArrayList<>(columns.size());
        // The cells of a built-in kind are the same in all its versions.
        JsonObject source = resource.custom() ? object : Versions.write(resource, object);
        for (Column column : columns) {
            cells.add(column.cell().of(source, now));
        }
        Object shown =
                switch (include) {
                    case "Object" -> object;
                    case "None" -> null;
                    default -> Presentation.partial(object, version);
                };
        JsonObject row = JsonObject.of("cells", JsonArray.copyOf(cells), "object", shown);
        JsonArray conditions = BuiltInColumns.rowConditions(resource, object);
        return conditions.isEmpty() ? row : row.with("conditions", conditions);
    }
}
