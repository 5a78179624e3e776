package dev.hcp.simulator.apiserver.protobuf;

import java.util.Arrays;

/**
 * What an object travels in: four magic bytes, then {1: {1: apiVersion, 2: kind}, 2: the object, 3: content encoding, 4:
 * content type}.
 *
 * @param apiVersion as the object says; may be empty
 * @param kind as the object says; may be empty
 * @param message the object's own bytes
 */
record Envelope(String apiVersion, String kind, byte[] message) {
    private static final byte[] MAGIC = {'k', '8', 's', 0};
    /** What comes after an object's own bytes: it is neither encoded nor of another type than it seems. */
    static final byte[] TAIL = {3 << 3 | Wire.DELIMITED, 0, 4 << 3 | Wire.DELIMITED, 0};

    /** Opens an envelope. */
    static Envelope open(byte[] body) {
        if (body.length == 0) {
            throw new MalformedBodyException("empty data");
        }
        if (body.length < MAGIC.length || !Arrays.equals(MAGIC, Arrays.copyOf(body, MAGIC.length))) {
            throw new MalformedBodyException(
                    "provided data does not appear to be a protobuf message, expected prefix [107 56 115 0]");
        }
        if (body.length == MAGIC.length) {
            throw new MalformedBodyException("empty body");
        }
        WireReader in = WireReader.of(body, MAGIC.length);
        String[] type = {"", ""};
        byte[] message = {};
        for (Fields fields = new Fields("Unknown", in); fields.next(); ) {
            if (fields.isText(1, "TypeMeta")) {
                readType(in.delimited(), type);
            } else if (fields.isText(2, "Raw")) {
                message = in.delimited().rest();
            } else if (fields.isText(3, "ContentEncoding") || fields.isText(4, "ContentType")) {
                in.delimited();
            } else {
                fields.skip(message);
            }
        }
        return new Envelope(type[0], type[1], message);
    }

    private static void readType(WireReader in, String[] type) {
        for (Fields fields = new Fields("TypeMeta", in); fields.next(); ) {
            if (fields.isText(1, "APIVersion")) {
                type[0] = in.delimited().text();
            } else if (fields.isText(2, "Kind")) {
                type[1] = in.delimited().text();
            } else {
                fields.skip(type);
            }
        }
    }

    /** The whole, to be sent. */
    byte[] sealed() {
        WireWriter out = new WireWriter(message.length + 64);
        out.bytes(TAIL);
        out.bytes(message);
        out.bytes(head(apiVersion, kind, message.length));
        return out.written();
    }

    /** What comes before an object's own bytes. */
    static byte[] head(String apiVersion, String kind, long length) {
        WireWriter out = new WireWriter(64);
        out.varint(length);
        out.tag(2, Wire.DELIMITED);
        int before = out.size();
        out.text(2, kind);
        out.text(1, apiVersion);
        out.delimit(1, before);
        out.bytes(MAGIC);
        return out.written();
    }
}
