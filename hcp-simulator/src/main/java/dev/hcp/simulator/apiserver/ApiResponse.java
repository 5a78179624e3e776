package dev.hcp.simulator.apiserver;

import java.util.List;
import java.util.Map;

/** An HTTP response: whole, in pieces when it is long, a stream, or a conversation. */
public sealed interface ApiResponse {
    /** HTTP status code. */
    int status();

    /** Header values by name. */
    Map<String, List<String>> headers();

    /**
     * A response with its whole body.
     *
     * @param body the body; not to be changed
     */
    record Whole(int status, Map<String, List<String>> headers, byte[] body) implements ApiResponse {}

    /**
     * A response whose body is the pieces one after another. A list is its objects' bytes, which all its readers share, so
     * that nobody needs to hold a copy of the whole.
     *
     * @param pieces the body; not to be changed
     */
    record Pieces(int status, Map<String, List<String>> headers, List<byte[]> pieces) implements ApiResponse {
        /** Length of the body in bytes. */
        public long length() {
            long length = 0;
            for (byte[] piece : pieces) {
                length += piece.length;
            }
            return length;
        }

        /** The same with its body in one piece, for those who have no use for several. */
        public Whole joined() {
            byte[] body = new byte[Math.toIntExact(length())];
            int end = 0;
            for (byte[] piece : pieces) {
                System.arraycopy(piece, 0, body, end, piece.length);
                end += piece.length;
            }
            return new Whole(status, headers, body);
        }
    }

    /**
     * A response whose body is a sequence of frames, each one JSON document and a line feed, or one message with its
     * length before it where the content type says so; on a WebSocket each frame is one text message.
     *
     * @param frames source of the frames; the transport must {@linkplain FrameSource#subscribe subscribe} or close it
     */
    record Stream(int status, Map<String, List<String>> headers, FrameSource frames) implements ApiResponse {}

    /**
     * A conversation over numbered channels, as exec and attach have it. Only a WebSocket can carry it: each message is the
     * number of a channel in one byte, and what is said on it.
     */
    record Conversation(int status, Map<String, List<String>> headers, Channels channels) implements ApiResponse {}

    /** The server's side of a conversation. Its methods are called one at a time. */
    interface Channels {
        /** Begins the conversation. */
        void open(ChannelSink sink);

        /** The client said something on a channel. */
        void received(int channel, byte[] bytes);

        /** The client is gone, or the conversation has ended. */
        void close();
    }

    /** The client's side of a conversation. Thread-safe. */
    interface ChannelSink {
        /** Says something on a channel. */
        void send(int channel, byte[] bytes);

        /** Ends the conversation after what was said. */
        void end();
    }

    /** Frames that become available over time. */
    interface FrameSource extends AutoCloseable {
        /**
         * Asks to be told when frames may be available or the stream has ended. The callback may come from any thread,
         * also from the one that writes to the store: it must only schedule a {@link #poll}.
         */
        void subscribe(Runnable available);

        /** The next frame, or null when there is none at the moment. */
        byte @org.jspecify.annotations.Nullable [] poll();

        /**
         * After how many seconds of its own time the transport ends the stream; 0 for at once, negative for no limit. The
         * API server has no timer: a watch's {@code timeoutSeconds} is the connection's.
         */
        default long timeoutSeconds() {
            return -1;
        }

        /**
         * Makes a bookmark available where the client allows them and there is news to mark. The transport calls it about
         * once a minute and right before it ends the stream, from the thread that polls.
         */
        default void mark() {}

        /** Whether the stream is over: no frame is left and none will come. */
        boolean ended();

        /** Whether it ended before all was told, because its client read too slowly: what waits to be sent need not be. */
        default boolean cutOff() {
            return false;
        }

        /** The client is gone; releases what the stream holds. */
        @Override
        void close();
    }
}
