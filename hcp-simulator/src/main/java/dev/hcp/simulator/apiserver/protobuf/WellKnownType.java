package dev.hcp.simulator.apiserver.protobuf;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonSyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Messages whose JSON is not an object of their fields. */
enum WellKnownType implements ValueType {
    /** An amount: {1: text}. */
    QUANTITY("0") {
        @Override
        public Object read(WireReader in) {
            String text = "";
            for (Fields fields = new Fields("Quantity", in); fields.next(); ) {
                text = fields.isText(1, "String") ? in.delimited().text() : fields.skip(text);
            }
            if (!AMOUNT.matcher(text).matches()) {
                throw new MalformedBodyException("quantities must match the regular expression "
                        + "'^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'");
            }
            return text;
        }

        @Override
        public void write(@Nullable Object json, WireWriter out) {
            out.text(1, json instanceof String || json instanceof Number ? json.toString() : "0");
        }
    },
    /** A number or text: {1: which, 2: number, 3: text}. */
    INT_OR_STRING(0L) {
        @Override
        public Object read(WireReader in) {
            long type = 0;
            long number = 0;
            String text = "";
            for (Fields fields = new Fields("IntOrString", in); fields.next(); ) {
                if (fields.isVarint(1, "Type")) {
                    type = in.varint();
                } else if (fields.isVarint(2, "IntVal")) {
                    number = (int) in.varint();
                } else {
                    text = fields.isText(3, "StrVal") ? in.delimited().text() : fields.skip(text);
                }
            }
            return type == 1 ? text : (Object) number;
        }

        @Override
        public void write(@Nullable Object json, WireWriter out) {
            out.text(3, json instanceof String text ? text : "");
            out.varint(2, json instanceof Number number ? number.longValue() : 0);
            out.varint(1, json instanceof String ? 1 : 0);
        }
    },
    /** Seconds since 1970: {1: seconds, 2: 0}; nothing where there is no time. */
    TIME(null) {
        @Override
        public @Nullable Object read(WireReader in) {
            Instant time = time(in);
            return time == null ? null : SECONDS.format(time);
        }

        @Override
        public void write(@Nullable Object json, WireWriter out) {
            Instant time = instant(json);
            if (time != null) {
                out.varint(2, 0);
                out.varint(1, time.getEpochSecond());
            }
        }
    },
    /** As {@link #TIME}, with nanoseconds of which whole microseconds count. */
    MICRO_TIME(null) {
        @Override
        public @Nullable Object read(WireReader in) {
            Instant time = time(in);
            return time == null ? null : MICROSECONDS.format(time);
        }

        @Override
        public void write(@Nullable Object json, WireWriter out) {
            Instant time = instant(json);
            if (time != null) {
                out.varint(2, time.truncatedTo(ChronoUnit.MICROS).getNano());
                out.varint(1, time.getEpochSecond());
            }
        }
    },
    /** JSON as it is: {1: bytes}. */
    RAW_JSON(null) {
        @Override
        public @Nullable Object read(WireReader in) {
            byte[] raw = {};
            for (Fields fields = new Fields("RawExtension", in); fields.next(); ) {
                raw = fields.isText(1, "Raw") ? in.delimited().rest() : fields.skip(raw);
            }
            try {
                return raw.length == 0 ? null : Json.parse(raw);
            } catch (JsonSyntaxException e) {
                throw new MalformedBodyException(
                        "json: error calling MarshalJSON for type runtime.RawExtension: " + e.getMessage());
            }
        }

        @Override
        public void write(@Nullable Object json, WireWriter out) {
            if (json != null) {
                out.bytes(1, Json.writeBytes(json));
            }
        }
    },
    /** A named list of texts: {1: text, ...}. */
    STRING_LIST(null) {
        @Override
        public Object read(WireReader in) {
            List<Object> items = new ArrayList<>();
            for (Fields fields = new Fields("Items", in); fields.next(); ) {
                if (fields.isText(1, "Items")) {
                    items.add(in.delimited().text());
                } else {
                    fields.skip(items);
                }
            }
            return JsonArray.copyOf(items);
        }

        @Override
        public void write(@Nullable Object json, WireWriter out) {
            if (json instanceof JsonArray items) {
                for (int i = items.size() - 1; i >= 0; i--) {
                    out.text(1, String.valueOf(items.get(i)));
                }
            }
        }

        @Override
        public boolean isStructure() {
            return false;
        }
    };

    private static final Pattern AMOUNT = Pattern.compile("[+-]?[0-9.]+[eEinumkKMGTP]*[-+]?[0-9]*");
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private final @Nullable Object zero;

    WellKnownType(@Nullable Object zero) {
        this.zero = zero;
    }

    private static @Nullable Instant time(WireReader in) {
        if (!in.hasMore()) {
            return null;
        }
        long seconds = 0;
        long nanos = 0;
        for (Fields fields = new Fields("Timestamp", in); fields.next(); ) {
            if (fields.isVarint(1, "Seconds")) {
                seconds = in.varint();
            } else if (fields.isVarint(2, "Nanos")) {
                nanos = (int) in.varint();
            } else {
                fields.skip(nanos);
            }
        }
        try {
            return Instant.ofEpochSecond(seconds, nanos);
        } catch (DateTimeException | ArithmeticException e) {
            throw new MalformedBodyException("Time.MarshalJSON: year outside of range [0,9999]");
        }
    }

    private static @Nullable Instant instant(@Nullable Object json) {
        try {
            return json instanceof String text
                    ? DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from)
                    : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    @Override
    public int wireType() {
        return Wire.DELIMITED;
    }

    @Override
    public @Nullable Object zero() {
        return zero;
    }

    @Override
    public boolean isStructure() {
        return true;
    }
}
