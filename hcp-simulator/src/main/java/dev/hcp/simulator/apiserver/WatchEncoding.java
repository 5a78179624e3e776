package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.protobuf.ProtobufObjects;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** How the events of a watch become bytes. */
enum WatchEncoding {
    /** A line of JSON for each event. */
    JSON {
        @Override
        byte[] frame(String type, byte[] object) {
            byte[] head = ("{\"type\":\"" + type + "\",\"object\":").getBytes(StandardCharsets.UTF_8);
            byte[] frame = new byte[head.length + object.length + END.length];
            System.arraycopy(head, 0, frame, 0, head.length);
            System.arraycopy(object, 0, frame, head.length, object.length);
            System.arraycopy(END, 0, frame, head.length + object.length, END.length);
            return frame;
        }

        @Override
        byte[] status(JsonObject status) {
            return FieldOrder.TYPED.write(status).getBytes(StandardCharsets.UTF_8);
        }
    },
    /** A message with its length before it for each event. */
    PROTOBUF {
        @Override
        byte[] frame(String type, byte[] object) {
            return ProtobufObjects.watchFrame(type, object);
        }

        @Override
        byte[] status(JsonObject status) {
            return Objects.requireNonNull(ProtobufObjects.body(status));
        }
    };

    private static final byte[] END = "}\n".getBytes(StandardCharsets.UTF_8);

    /** The bytes of an event about an object. */
    abstract byte[] frame(String type, byte[] object);

    /** The bytes of the object of an event that tells of a failure. */
    abstract byte[] status(JsonObject status);
}
