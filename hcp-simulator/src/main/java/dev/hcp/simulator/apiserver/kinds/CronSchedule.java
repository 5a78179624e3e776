package dev.hcp.simulator.apiserver.kinds;

import dev.hcp.api.validation.schema.GoSyntax;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Schedules of cron jobs: five fields, or a descriptor. */
final class CronSchedule {
    private static final Set<String> DESCRIPTORS =
            Set.of("@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly");
    private static final List<String> MONTHS =
            List.of("", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> DAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");
    private static final List<Bounds> FIELDS = List.of(
            new Bounds(0, 59, List.of()),
            new Bounds(0, 23, List.of()),
            new Bounds(1, 31, List.of()),
            new Bounds(1, 12, MONTHS),
            new Bounds(0, 6, DAYS));

    private CronSchedule() {}

    private record Bounds(int least, int most, List<String> names) {}

    /** What is wrong with a schedule, in the words of the reference's parser. */
    static Optional<String> problem(String schedule) {
        if (schedule.startsWith("@")) {
            boolean known = DESCRIPTORS.contains(schedule) || schedule.startsWith("@every ");
            return known ? Optional.empty() : Optional.of("unrecognized descriptor: " + schedule);
        }
        String trimmed = schedule.trim();
        String[] fields = trimmed.isEmpty() ? new String[0] : trimmed.split("\\s+");
        if (fields.length != FIELDS.size()) {
            return Optional.of(
                    "expected exactly 5 fields, found " + fields.length + ": [" + String.join(" ", fields) + "]");
        }
        for (int i = 0; i < fields.length; i++) {
            for (String range : fields[i].split(",")) {
                String problem = range(range, FIELDS.get(i));
                if (problem != null) {
                    return Optional.of(problem);
                }
            }
        }
        return Optional.empty();
    }

    private static @Nullable String range(String expression, Bounds bounds) {
        String[] rangeAndStep = expression.split("/", -1);
        String[] ends = rangeAndStep[0].split("-", -1);
        int start = bounds.least;
        int end = bounds.most;
        if (!ends[0].equals("*") && !ends[0].equals("?")) {
            if (ends.length > 2) {
                return "too many hyphens: " + expression;
            }
            for (String each : ends) {
                String problem = number(each, bounds);
                if (problem != null) {
                    return problem;
                }
            }
            start = value(ends[0], bounds);
            end = value(ends[ends.length - 1], bounds);
        }
        if (rangeAndStep.length > 2) {
            return "too many slashes: " + expression;
        }
        int step = 1;
        if (rangeAndStep.length == 2) {
            String problem = number(rangeAndStep[1], new Bounds(0, 0, List.of()));
            if (problem != null) {
                return problem;
            }
            step = Integer.parseInt(rangeAndStep[1]);
            end = ends.length == 1 ? bounds.most : end;
        }
        if (start < bounds.least) {
            return "beginning of range (" + start + ") below minimum (" + bounds.least + "): " + expression;
        }
        if (end > bounds.most) {
            return "end of range (" + end + ") above maximum (" + bounds.most + "): " + expression;
        }
        if (start > end) {
            return "beginning of range (" + start + ") beyond end of range (" + end + "): " + expression;
        }
        return step == 0 ? "step of range should be a positive number: " + expression : null;
    }

    private static int value(String text, Bounds bounds) {
        int named = bounds.names.indexOf(text.toLowerCase(Locale.ROOT));
        return named >= 0 && !text.isEmpty() ? named : Integer.parseInt(text);
    }

    private static @Nullable String number(String text, Bounds bounds) {
        if (!text.isEmpty() && bounds.names.contains(text.toLowerCase(Locale.ROOT))) {
            return null;
        }
        try {
            int number = Integer.parseInt(text);
            return number < 0 ? "negative number (" + number + ") not allowed: " + text : null;
        } catch (NumberFormatException e) {
            return "failed to parse int from " + text + ": strconv.Atoi: parsing " + GoSyntax.quote(text)
                    + ": invalid syntax";
        }
    }
}
