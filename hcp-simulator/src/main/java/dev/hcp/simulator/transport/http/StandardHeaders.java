package dev.hcp.simulator.transport.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** What every response of an API server says of itself in its head: the audit id, who queued it, the time. */
final class StandardHeaders {
    /** As RFC 1123 has it, but with two digits for the day. */
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT);

    private static final String AUDIT_ID = "Audit-Id";
    private static final String WARNING = "Warning";

    /** The identities of the one priority level and flow schema that everybody is in. */
    private static final String FLOW_SCHEMA = "6f5a3b6e-2d4c-4c8e-9a55-0d6a8f3c1b01";

    private static final String PRIORITY_LEVEL = "6f5a3b6e-2d4c-4c8e-9a55-0d6a8f3c1b02";

    /** Version and variant of random UUIDs, which is what these look like; they only have to differ. */
    private static final long MOST_SIGNIFICANT = 0x5d2f_8e3a_71c4_4b60L;

    private static final long LEAST_SIGNIFICANT = 0x8a00_0000_0000_0000L;
    private static final AtomicLong REQUESTS = new AtomicLong();

    private static volatile Second now = new Second(Long.MIN_VALUE, "");

    private StandardHeaders() {}

    static void put(HttpServerRequest request, HttpServerResponse response) {
        response.putHeader(AUDIT_ID, auditId(request));
        response.putHeader("X-Kubernetes-Pf-Flowschema-Uid", FLOW_SCHEMA);
        response.putHeader("X-Kubernetes-Pf-Prioritylevel-Uid", PRIORITY_LEVEL);
        response.putHeader("Date", date());
        List<String> warnings = response.headers().getAll(WARNING);
        if (!warnings.isEmpty()) {
            response.putHeader(WARNING, asBytes(warnings));
        }
    }

    private static String auditId(HttpServerRequest request) {
        String given = request.getHeader(AUDIT_ID);
        return given == null || given.isEmpty()
                ? new UUID(MOST_SIGNIFICANT, LEAST_SIGNIFICANT | REQUESTS.incrementAndGet()).toString()
                : given;
    }

    /** Header values go out one byte a character: text beyond ASCII goes as its UTF-8 bytes. */
    private static List<String> asBytes(List<String> values) {
        List<String> bytes = new ArrayList<>(values.size());
        for (String value : values) {
            bytes.add(new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
        }
        return bytes;
    }

    private static String date() {
        long second = Instant.now().getEpochSecond();
        Second known = now;
        if (known.epoch != second) {
            known = new Second(second, DATE.format(Instant.ofEpochSecond(second).atOffset(ZoneOffset.UTC)));
            now = known;
        }
        return known.text;
    }

    private record Second(long epoch, String text) {}
}
