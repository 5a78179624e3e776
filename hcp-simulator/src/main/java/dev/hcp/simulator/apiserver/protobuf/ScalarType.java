package dev.hcp.simulator.apiserver.protobuf;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Text, numbers, truth values and bytes. */
enum ScalarType implements ValueType {
    STRING(Wire.DELIMITED, "") {
        @Override
        public Object read(WireReader in) {
            return in.text();
        }

        @Override
        public void write(@Nullable Object json, WireWriter out) {
            if (json instanceof String text) {
                out.text(text);
            }
        }
    },
    BOOL(Wire.VARINT, false) {
        @Override
        public Object read(WireReader in) {
            return in.varint() != 0;
        }

        @Override
        public void write(@Nullable Object json, WireWriter out) {
            out.varint(Boolean.TRUE.equals(json) ? 1 : 0);
        }
    },
    INT_32(Wire.VARINT, 0L) {
        @Override
        public Object read(WireReader in) {
            return (long) (int) in.varint();
        }

        @Override
        public void write(@Nullable Object json, WireWriter out) {
            out.varint(json instanceof Number number ? number.longValue() : 0);
        }
    },
    INT_64(Wire.VARINT, 0L) {
        @Override
        public Object read(WireReader in) {
            return in.varint();
        }

        @Override
        public void write(@Nullable Object json, WireWriter out) {
            out.varint(json instanceof Number number ? number.longValue() : 0);
        }
    },
    DOUBLE(Wire.FIXED_64, 0L) {
        @Override
        public Object read(WireReader in) {
            double value = in.fixed64();
            if (Double.isNaN(value) || Double.isInfinite(value)) {
                throw new MalformedBodyException("json: unsupported value: " + value);
            }
            boolean whole = value == Math.rint(value) && Math.abs(value) < EXACT;
            return whole ? (Object) (long) value : (Object) value;
        }

        @Override
        public void write(@Nullable Object json, WireWriter out) {
            out.fixed64(json instanceof Number number ? number.doubleValue() : 0);
        }
    },
    BYTES(Wire.DELIMITED, null) {
        @Override
        public Object read(WireReader in) {
            return Base64.getEncoder().encodeToString(in.rest());
        }

        @Override
        public void write(@Nullable Object json, WireWriter out) {
            if (json instanceof String text) {
                out.bytes(Base64.getMimeDecoder().decode(text.getBytes(StandardCharsets.ISO_8859_1)));
            }
        }
    };

    /** Whole numbers up to here are the same as integers and as floating-point numbers. */
    private static final double EXACT = 0x1p53;

    private final int wireType;
    private final @Nullable Object zero;

    ScalarType(int wireType, @Nullable Object zero) {
        this.wireType = wireType;
        this.zero = zero;
    }

    @Override
    public int wireType() {
        return wireType;
    }

    @Override
    public @Nullable Object zero() {
        return zero;
    }

    @Override
    public boolean isStructure() {
        return false;
    }
}
