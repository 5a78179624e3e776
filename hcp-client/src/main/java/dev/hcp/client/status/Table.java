package dev.hcp.client.status;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/**
 * Objects in rows, as an API server prints them for {@code kubectl get} and {@code oc get}. Immutable.
 *
 * @param columns titles, in upper case
 * @param rows as many texts each as there are columns
 */
public record Table(List<String> columns, List<List<String>> rows) {
    private static final int GAP = 3;

    /** Copies the lists. */
    public Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /**
     * Reads what a server answers: columns that are not only for wide output.
     *
     * @param everywhere whether it was asked for all namespaces; the column that tells them apart is not the server's
     */
    static Table of(JsonObject answer, boolean everywhere) {
        List<String> columns = new ArrayList<>();
        List<Integer> shown = new ArrayList<>();
        JsonArray definitions = answer.array("columnDefinitions");
        for (int i = 0; i < definitions.size(); i++) {
            if (definitions.object(i).integer(0, "priority") == 0) {
                columns.add(String.valueOf(definitions.object(i).text("name")).toUpperCase(java.util.Locale.ROOT));
                shown.add(i);
            }
        }
        List<List<String>> rows = new ArrayList<>();
        JsonArray answered = answer.array("rows");
        boolean namespaces = everywhere && isNamespaced(answered);
        if (namespaces) {
            columns.add(0, "NAMESPACE");
        }
        for (int i = 0; i < answered.size(); i++) {
            JsonArray cells = answered.object(i).array("cells");
            List<String> row = new ArrayList<>();
            if (namespaces) {
                row.add(String.valueOf(answered.object(i).text("object", "metadata", "namespace")));
            }
            shown.forEach(column -> row.add(cells.get(column) == null ? "" : String.valueOf(cells.get(column))));
            rows.add(row);
        }
        return new Table(columns, rows);
    }

    private static boolean isNamespaced(JsonArray rows) {
        return !rows.isEmpty() && rows.object(0).text("object", "metadata", "namespace") != null;
    }

    /** The texts of a column; none when there is no such column. */
    public List<String> column(String title) {
        int index = columns.indexOf(title);
        return index < 0 ? List.of() : rows.stream().map(row -> row.get(index)).toList();
    }

    /** Aligned lines, with the titles first; {@code No resources found} when there are no rows. */
    @Override
    public String toString() {
        if (rows.isEmpty()) {
            return "No resources found";
        }
        List<List<String>> lines = new ArrayList<>();
        lines.add(columns);
        lines.addAll(rows);
        int[] widths = new int[columns.size()];
        for (List<String> line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length() + GAP);
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines) {
            StringBuilder one = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                one.append(line.get(i))
                        .append(" ".repeat(widths[i] - line.get(i).length()));
            }
            text.append(text.length() == 0 ? "" : "\n").append(one.toString().stripTrailing());
        }
        return text.toString();
    }
}
