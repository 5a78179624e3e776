package dev.hcp.simulator.keys;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Writes the distinguished encoding of ASN.1, as far as certificates and keys need it. */
final class Der {
    static final byte[] NULL = {0x05, 0x00};

    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;
    private static final Instant YEAR_2050 = Instant.parse("2050-01-01T00:00:00Z");
    private static final DateTimeFormatter UTC_TIME =
            DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter GENERALIZED_TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private Der() {}

    static byte[] sequence(byte[]... items) {
        return tagged(SEQUENCE, items);
    }

    static byte[] set(byte[]... items) {
        return tagged(SET, items);
    }

    static byte[] integer(BigInteger value) {
        return tagged(0x02, value.toByteArray());
    }

    static byte[] integer(long value) {
        return integer(BigInteger.valueOf(value));
    }

    static byte[] yes() {
        return tagged(0x01, new byte[] {(byte) 0xff});
    }

    static byte[] octets(byte[] content) {
        return tagged(0x04, content);
    }

    /** Whole bytes as a bit string. */
    static byte[] bits(byte[] content) {
        return tagged(0x03, new byte[] {0}, content);
    }

    /** Bits that each have a meaning, the first one highest; trailing zeros are left out as the encoding demands. */
    static byte[] flags(int bits) {
        return tagged(0x03, new byte[] {(byte) Integer.numberOfTrailingZeros(bits), (byte) bits});
    }

    static byte[] text(String value) {
        return tagged(0x0c, value.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] time(Instant time) {
        return time.isBefore(YEAR_2050)
                ? tagged(0x17, UTC_TIME.format(time).getBytes(StandardCharsets.US_ASCII))
                : tagged(0x18, GENERALIZED_TIME.format(time).getBytes(StandardCharsets.US_ASCII));
    }

    /** An object identifier in dotted form. */
    static byte[] oid(String dotted) {
        String[] parts = dotted.split("\\.", -1);
        ByteArrayOutputStream content = new ByteArrayOutputStream(12);
        base128(Long.parseLong(parts[0]) * 40 + Long.parseLong(parts[1]), content);
        for (int i = 2; i < parts.length; i++) {
            base128(Long.parseLong(parts[i]), content);
        }
        return tagged(0x06, content.toByteArray());
    }

    private static void base128(long value, ByteArrayOutputStream out) {
        for (int shift = 56; shift > 0; shift -= 7) {
            if (value >>> shift != 0) {
                out.write((int) (value >>> shift & 0x7f | 0x80));
            }
        }
        out.write((int) (value & 0x7f));
    }

    /** The concatenated contents with a tag and their length. */
    static byte[] tagged(int tag, byte[]... contents) {
        int length = 0;
        for (byte[] content : contents) {
            length += content.length;
        }
        int lengthBytes = length < 0x80 ? 1 : length < 0x100 ? 2 : 3;
        byte[] result = new byte[1 + lengthBytes + length];
        result[0] = (byte) tag;
        if (lengthBytes == 1) {
            result[1] = (byte) length;
        } else {
            result[1] = (byte) (0x80 | lengthBytes - 1);
            for (int i = 2, shift = 8 * (lengthBytes - 2); i < 1 + lengthBytes; i++, shift -= 8) {
                result[i] = (byte) (length >>> shift);
            }
        }
        int position = 1 + lengthBytes;
        for (byte[] content : contents) {
            System.arraycopy(content, 0, result, position, content.length);
            position += content.length;
        }
        return result;
    }
}
