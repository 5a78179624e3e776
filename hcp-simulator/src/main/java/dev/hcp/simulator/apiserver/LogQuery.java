package dev.hcp.simulator.apiserver;

import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.api.validation.schema.GoSyntax;
import dev.hcp.simulator.apiserver.pods.ContainerLog.Line;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a log is asked for, and in what form: the parameters of {@code PodLogOptions}.
 *
 * @param since lines from before are left out; null for none
 * @param tailLines how many of the last lines; null for all
 * @param limitBytes how many bytes at the most; null for any number
 */
record LogQuery(
        boolean follow,
        boolean previous,
        boolean timestamps,
        @Nullable Instant since,
        @Nullable Long tailLines,
        @Nullable Long limitBytes) {
    private static final DateTimeFormatter NANOSECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'").withZone(ZoneOffset.UTC);

    static LogQuery of(ApiRequest request, String pod, Instant now) {
        Long tail = number(request, "tailLines");
        Long limit = number(request, "limitBytes");
        Long sinceSeconds = number(request, "sinceSeconds");
        Instant sinceTime = time(request);
        List<FieldError> errors = new ArrayList<>();
        if (tail != null && tail < 0) {
            errors.add(FieldError.invalid("tailLines", tail, "must be greater than or equal to 0"));
        }
        if (limit != null && limit < 1) {
            errors.add(FieldError.invalid("limitBytes", limit, "must be greater than 0"));
        }
        if (sinceSeconds != null && sinceTime != null) {
            errors.add(FieldError.forbidden("", "at most one of `sinceTime` or `sinceSeconds` may be specified"));
        } else if (sinceSeconds != null && sinceSeconds < 1) {
            errors.add(FieldError.invalid("sinceSeconds", sinceSeconds, "must be greater than 0"));
        }
        if (!errors.isEmpty()) {
            throw Failures.invalid("", "PodLogOptions", pod, errors);
        }
        return new LogQuery(
                ListQuery.flag(request, "follow"),
                ListQuery.flag(request, "previous"),
                ListQuery.flag(request, "timestamps"),
                sinceSeconds == null ? sinceTime : now.minusSeconds(sinceSeconds),
                tail,
                limit);
    }

    private static @Nullable Long number(ApiRequest request, String name) {
        String value = request.parameter(name).orElse("");
        if (value.isEmpty()) {
            return null;
        }
        try {
            return Long.valueOf(value);
        } catch (NumberFormatException e) {
            throw Failures.badRequest("strconv.ParseInt: parsing " + GoSyntax.quote(value) + ": invalid syntax");
        }
    }

    private static @Nullable Instant time(ApiRequest request) {
        String value = request.parameter("sinceTime").orElse("");
        try {
            return value.isEmpty() ? null : Instant.parse(value);
        } catch (DateTimeParseException e) {
            throw Failures.badRequest("sinceTime: " + GoSyntax.quote(value) + " is not a time in RFC 3339");
        }
    }

    /** The lines that are wanted of those there are. */
    List<Line> select(List<Line> lines) {
        Instant earliest = since;
        List<Line> recent = earliest == null
                ? lines
                : lines.stream().filter(line -> !line.time().isBefore(earliest)).toList();
        Long last = tailLines;
        return last == null || last >= recent.size()
                ? recent
                : recent.subList((int) (recent.size() - last), recent.size());
    }

    /** Lines as text. */
    String render(List<Line> lines) {
        StringBuilder text = new StringBuilder();
        for (Line line : lines) {
            if (timestamps) {
                text.append(NANOSECONDS.format(line.time())).append(' ');
            }
            text.append(line.text()).append('\n');
        }
        return text.toString();
    }

    /** At most as many bytes as were asked for. */
    byte[] limit(byte[] text) {
        Long most = limitBytes;
        return most == null || most >= text.length ? text : Arrays.copyOf(text, most.intValue());
    }
}
