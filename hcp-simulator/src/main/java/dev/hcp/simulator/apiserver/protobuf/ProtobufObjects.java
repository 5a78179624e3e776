package dev.hcp.simulator.apiserver.protobuf;

import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.protobuf.MessageField.Repetition;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Objects of built-in kinds as the media type {@code application/vnd.kubernetes.protobuf} has them. */
public final class ProtobufObjects {
    /** The media type. */
    public static final String MEDIA_TYPE = "application/vnd.kubernetes.protobuf";

    private static final int METADATA = 1;
    private static final int ITEMS = 2;
    private static final ValueType LIST_META =
            Objects.requireNonNull(MessageTypes.of("meta.k8s.io/v1").get("ListMeta"));

    private ProtobufObjects() {}

    /** Whether a kind has a form on the wire. */
    public static boolean isKnown(String apiVersion, String kind) {
        return MessageTypes.ofKind(apiVersion, kind) != null;
    }

    /** A body that has been opened but not yet read. */
    public static final class Body {
        private final Envelope envelope;
        private final String apiVersion;
        private final String kind;

        private Body(Envelope envelope, String apiVersion, String kind) {
            this.envelope = envelope;
            this.apiVersion = apiVersion;
            this.kind = kind;
        }

        /** Group and version of the object. */
        public String apiVersion() {
            return apiVersion;
        }

        /** The kind of the object. */
        public String kind() {
            return kind;
        }

        /**
         * The object, as a Go client of its kind would send it as JSON.
         *
         * @throws MalformedBodyException when the bytes are no object of the kind, or the kind is unknown
         */
        public JsonObject read() {
            MessageType type = MessageTypes.ofKind(apiVersion, kind);
            if (type == null) {
                throw notMarshalable();
            }
            JsonObject.Builder members = JsonObject.builder(type.fields().size() + 2)
                    .put("apiVersion", apiVersion)
                    .put("kind", kind);
            return type.read(WireReader.of(envelope.message(), 0), members);
        }
    }

    /**
     * Opens a body.
     *
     * @param apiVersion group and version of an object that does not say its own
     * @param kind kind of an object that does not say its own
     * @throws MalformedBodyException when it is not in this encoding
     */
    public static Body open(byte[] body, String apiVersion, String kind) {
        Envelope envelope = Envelope.open(body);
        return new Body(
                envelope,
                envelope.apiVersion().isEmpty() ? apiVersion : envelope.apiVersion(),
                envelope.kind().isEmpty() ? kind : envelope.kind());
    }

    /** The complaint about an object without such a form. */
    public static MalformedBodyException notMarshalable() {
        return new MalformedBodyException(
                "object *unstructured.Unstructured does not implement the protobuf marshalling "
                        + "interface and cannot be encoded to a protobuf message");
    }

    /** The object's own bytes, without its kind; null for kinds that have none. */
    public static byte @Nullable [] message(JsonObject object) {
        MessageType type = MessageTypes.ofKind(text(object, "apiVersion"), text(object, "kind"));
        return type == null ? null : message(type, object);
    }

    private static byte[] message(MessageType type, JsonObject object) {
        WireWriter out = new WireWriter(1024);
        type.write(object, out);
        return out.written();
    }

    private static String text(JsonObject object, String member) {
        String text = object.text(member);
        return text == null ? "" : text;
    }

    /** A whole body: an object's kind and its own bytes. */
    public static byte[] body(String apiVersion, String kind, byte[] message) {
        return new Envelope(apiVersion, kind, message).sealed();
    }

    /** A whole body of an object of any built-in kind; null for other kinds. */
    public static byte @Nullable [] body(JsonObject object) {
        byte[] message = message(object);
        return message == null
                ? null
                : body(
                        object.text("apiVersion") == null ? "v1" : text(object, "apiVersion"),
                        text(object, "kind"),
                        message);
    }

    /**
     * A whole body of a list, in pieces of which those of the items are the items' own bytes.
     *
     * @param kind kind of the list
     * @param metadata the list's metadata
     * @param items the items' own bytes, in order
     */
    public static List<byte[]> list(String apiVersion, String kind, JsonObject metadata, List<byte[]> items) {
        List<byte[]> pieces = new ArrayList<>(2 * items.size() + 3);
        WireWriter head = new WireWriter(256);
        MessageField meta = new MessageField(METADATA, "metadata", LIST_META, Repetition.ONE, false, true);
        meta.write(JsonObject.of("metadata", metadata), head);
        pieces.add(head.written());
        long length = head.size();
        for (byte[] item : items) {
            WireWriter start = new WireWriter(8);
            start.varint(item.length);
            start.tag(ITEMS, Wire.DELIMITED);
            pieces.add(start.written());
            pieces.add(item);
            length += start.size() + item.length;
        }
        pieces.add(0, Envelope.head(apiVersion, kind, length));
        pieces.add(Envelope.TAIL);
        return pieces;
    }

    /**
     * A frame of a watch: its length in four bytes, then {1: type, 2: {1: the object's whole body}}.
     *
     * @param type such as {@code ADDED}
     */
    public static byte[] watchFrame(String type, byte[] body) {
        WireWriter out = new WireWriter(body.length + 48);
        int before = out.size();
        out.bytes(1, body);
        out.delimit(2, before);
        out.text(1, type);
        out.bytes(ByteBuffer.allocate(4).putInt(out.size()).array());
        return out.written();
    }
}
