package dev.hcp.simulator.apiserver.protobuf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads one message from a range of bytes. Its complaints are those of the reference's generated decoders. */
final class WireReader {
    /** As deep as JSON bodies may be nested. */
    private static final int DEEPEST = 1000;

    private final byte[] bytes;
    private final int end;
    private final int depth;
    private int at;

    private WireReader(byte[] bytes, int start, int end, int depth) {
        this.bytes = bytes;
        this.at = start;
        this.end = end;
        this.depth = depth;
    }

    static WireReader of(byte[] bytes, int start) {
        return new WireReader(bytes, start, bytes.length, 0);
    }

    boolean hasMore() {
        return at < end;
    }

    long varint() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (at >= end) {
                throw MalformedBodyException.endOfInput();
            }
            byte next = bytes[at++];
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new MalformedBodyException("proto: integer overflow");
    }

    double fixed64() {
        if (end - at < 8) {
            throw MalformedBodyException.endOfInput();
        }
        double value =
                ByteBuffer.wrap(bytes, at, 8).order(ByteOrder.LITTLE_ENDIAN).getDouble();
        at += 8;
        return value;
    }

    /** A value with its length before it. */
    WireReader delimited() {
        if (depth >= DEEPEST) {
            throw new MalformedBodyException("exceeded max depth");
        }
        int start = skipDelimited();
        return new WireReader(bytes, start, at, depth + 1);
    }

    private int skipDelimited() {
        long length = varint();
        if ((int) length < 0) {
            throw new MalformedBodyException("proto: negative length found during unmarshaling");
        }
        if (length > end - at) {
            throw MalformedBodyException.endOfInput();
        }
        int start = at;
        at += (int) length;
        return start;
    }

    /** All that is left, as bytes of its own. */
    byte[] rest() {
        byte[] rest = Arrays.copyOfRange(bytes, at, end);
        at = end;
        return rest;
    }

    /** All that is left, as text. */
    String text() {
        String text = new String(bytes, at, end - at, StandardCharsets.UTF_8);
        at = end;
        return text;
    }

    /** The fields of this message and then those of another, which add to them. */
    WireReader followedBy(WireReader other) {
        byte[] first = rest();
        byte[] second = other.rest();
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return new WireReader(both, 0, both.length, depth);
    }

    /** Passes over a value that nobody knows. */
    void skip(int wireType) {
        switch (wireType) {
            case Wire.VARINT -> varint();
            case Wire.FIXED_64 -> skipBytes(8);
            case Wire.FIXED_32 -> skipBytes(4);
            case Wire.DELIMITED -> skipDelimited();
            case Wire.GROUP_START -> skipGroup();
            default -> throw new MalformedBodyException("proto: illegal wireType " + wireType);
        }
    }

    private void skipBytes(int count) {
        if (end - at < count) {
            throw MalformedBodyException.endOfInput();
        }
        at += count;
    }

    private void skipGroup() {
        for (int open = 1; open > 0; ) {
            int wireType = (int) varint() & 7;
            if (wireType == Wire.GROUP_START) {
                open++;
            } else if (wireType == Wire.GROUP_END) {
                open--;
            } else {
                skip(wireType);
            }
        }
    }
}
