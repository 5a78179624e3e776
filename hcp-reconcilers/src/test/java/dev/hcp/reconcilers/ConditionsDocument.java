package dev.hcp.reconcilers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tables of {@code docs/conditions.md}. */
public final class ConditionsDocument {
    /** The tests run in the module's directory or in the one of the whole. */
    static final Path ROOT = Path.of(Files.exists(Path.of("docs")) ? "" : "..");

    private static final Pattern ROW =
            Pattern.compile("\\| `([\\w./]+)` \\| ([^|]+) \\| (\\S.*?) \\| [^|]+ \\| `(\\w+)#(\\w+)` \\|");

    /**
     * A row.
     *
     * @param type of the condition
     * @param status True, False or Unknown; other words where it is somebody else's
     * @param reason empty where the page only describes it
     */
    public record Row(String type, String status, String reason, String testClass, String method) {
        private static Row of(Matcher row) {
            String reason = row.group(3);
            return new Row(
                    row.group(1),
                    row.group(2),
                    reason.startsWith("`") ? reason.replace("`", "") : "",
                    row.group(4),
                    row.group(5));
        }

        /** Whether a text, status first, shows what the row says. */
        public boolean isShownBy(String condition) {
            boolean fixed = List.of("True", "False", "Unknown").contains(status);
            String[] parts = condition.split(" ", 3);
            return parts.length > 1
                    && (!fixed || parts[0].equals(status))
                    && (reason.isEmpty() || parts[1].equals(reason));
        }
    }

    private ConditionsDocument() {}

    static List<String> lines() {
        try {
            return Files.readAllLines(ROOT.resolve("docs").resolve("conditions.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All rows. */
    public static List<Row> rows() {
        List<Row> rows = new ArrayList<>(rows("HostedCluster"));
        rows.addAll(rows("HostedControlPlane"));
        rows.addAll(rows("NodePool"));
        return rows;
    }

    /** The rows below a heading, to the next one of its level. */
    public static List<Row> rows(String heading) {
        List<Row> rows = new ArrayList<>();
        boolean within = false;
        for (String line : lines()) {
            within = line.startsWith("## ") ? line.equals("## " + heading) : within;
            Matcher row = ROW.matcher(line);
            if (within && row.matches()) {
                rows.add(Row.of(row));
            }
        }
        return rows;
    }
}
