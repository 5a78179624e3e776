package dev.hcp.simulator.keys;

import java.util.Arrays;

/** Steps through the items of a DER encoding. */
final class DerReader {
    private final byte[] der;
    private final int end;
    private int position;

    /** Reads the items of an encoding, of which a certificate or a key is one. */
    DerReader(byte[] der) {
        this(der, 0, der.length);
    }

    private DerReader(byte[] der, int start, int end) {
        this.der = der;
        this.position = start;
        this.end = end;
    }

    /** Enters the next item: reads what is inside it. */
    DerReader enter() {
        int start = position;
        skip();
        return new DerReader(der, contentOf(start), position);
    }

    /** The next item with its tag and length. */
    byte[] whole() {
        int start = position;
        skip();
        return Arrays.copyOfRange(der, start, position);
    }

    /** The content of the next item. */
    byte[] content() {
        int start = position;
        skip();
        return Arrays.copyOfRange(der, contentOf(start), position);
    }

    /** The tag of the next item. */
    int tag() {
        return der[position] & 0xff;
    }

    /** Passes over the next item. */
    DerReader skip() {
        int content = contentOf(position);
        int length = der[position + 1] & 0xff;
        if (length >= 0x80) {
            length = 0;
            for (int i = position + 2; i < content; i++) {
                length = length << 8 | der[i] & 0xff;
            }
        }
        position = content + length;
        if (length < 0 || position > end) {
            throw new IllegalArgumentException("the DER encoding is cut off");
        }
        return this;
    }

    private int contentOf(int start) {
        int first = der[start + 1] & 0xff;
        return start + 2 + (first < 0x80 ? 0 : first & 0x7f);
    }
}
