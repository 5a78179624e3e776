package dev.hcp.simulator.apiserver.protobuf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes messages from their end to their beginning, as the reference's generated encoders do: a value is there before
 * its length is needed.
 */
final class WireWriter {
    private byte[] buffer;
    /** Where the written part begins. */
    private int at;

    WireWriter(int expectedSize) {
        buffer = new byte[expectedSize];
        at = expectedSize;
    }

    int size() {
        return buffer.length - at;
    }

    private void room(int bytes) {
        if (at < bytes) {
            int size = size();
            byte[] larger = new byte[Math.max(buffer.length * 2, size + bytes)];
            System.arraycopy(buffer, at, larger, larger.length - size, size);
            at = larger.length - size;
            buffer = larger;
        }
    }

    void varint(long value) {
        int length = (64 - Long.numberOfLeadingZeros(value | 1) + 6) / 7;
        room(length);
        at -= length;
        long left = value;
        for (int i = at; i < at + length - 1; i++) {
            buffer[i] = (byte) (left | 0x80);
            left >>>= 7;
        }
        buffer[at + length - 1] = (byte) left;
    }

    void fixed64(double value) {
        room(8);
        at -= 8;
        ByteBuffer.wrap(buffer, at, 8).order(ByteOrder.LITTLE_ENDIAN).putDouble(value);
    }

    void bytes(byte[] value) {
        room(value.length);
        at -= value.length;
        System.arraycopy(value, 0, buffer, at, value.length);
    }

    void text(String value) {
        bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    void tag(int number, int wireType) {
        varint((long) number << 3 | wireType);
    }

    /** The number and length of a field whose value has been written since the buffer had a size. */
    void delimit(int number, int sizeBefore) {
        varint(size() - sizeBefore);
        tag(number, Wire.DELIMITED);
    }

    void bytes(int number, byte[] value) {
        int before = size();
        bytes(value);
        delimit(number, before);
    }

    void text(int number, String value) {
        int before = size();
        text(value);
        delimit(number, before);
    }

    void varint(int number, long value) {
        varint(value);
        tag(number, Wire.VARINT);
    }

    byte[] written() {
        return Arrays.copyOfRange(buffer, at, buffer.length);
    }
}
