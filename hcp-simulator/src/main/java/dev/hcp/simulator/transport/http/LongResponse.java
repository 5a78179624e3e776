package dev.hcp.simulator.transport.http;

import dev.hcp.simulator.apiserver.ApiResponse;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;

/**
 * Sends a long body bit by bit, as fast as the client reads it: what waits to be sent is bounded, however long the body is
 * and however many clients ask for it. Runs on the connection's event loop, which others get to use in between.
 */
final class LongResponse {
    /** A few TLS records: enough to keep the connection busy, little to hold. */
    private static final int BATCH = 64 * 1024;

    private final HttpServerResponse response;
    private final Iterator<byte[]> pieces;
    private final Packing packing;

    private LongResponse(HttpServerResponse response, Iterator<byte[]> pieces, Packing packing) {
        this.response = response;
        this.pieces = pieces;
        this.packing = packing;
    }

    static void send(HttpServerRequest request, ApiResponse.Pieces body) {
        HttpServerResponse response = request.response();
        if (response.closed()) {
            return;
        }
        Responses.head(request, body);
        long length = body.length();
        Packing packing;
        if (Responses.isWorthCompressing(request, length)) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
            response.headers().add(HttpHeaders.VARY, "Accept-Encoding");
            response.setChunked(true);
            packing = new Compressed();
        } else {
            response.putHeader(HttpHeaders.CONTENT_LENGTH, Long.toString(length));
            packing = new Plain((int) Math.min(length, BATCH + BATCH / 4));
        }
        new LongResponse(response, body.pieces().iterator(), packing).send();
    }

    private void send() {
        while (!response.closed()) {
            while (pieces.hasNext() && packing.size() < BATCH) {
                packing.add(pieces.next());
            }
            if (!pieces.hasNext()) {
                response.end(packing.last());
                return;
            }
            response.write(packing.take());
            if (response.writeQueueFull()) {
                response.drainHandler(drained -> send());
                return;
            }
        }
    }

    /** How pieces become what is sent. */
    private interface Packing {
        void add(byte[] piece);

        int size();

        /** What has been added and not taken. */
        Buffer take();

        /** The same, and nothing follows. */
        Buffer last();
    }

    private static final class Plain implements Packing {
        private final int capacity;
        private Buffer batch;

        Plain(int capacity) {
            this.capacity = capacity;
            this.batch = Buffer.buffer(capacity);
        }

        @Override
        public void add(byte[] piece) {
            batch.appendBytes(piece);
        }

        @Override
        public int size() {
            return batch.length();
        }

        @Override
        public Buffer take() {
            Buffer taken = batch;
            batch = Buffer.buffer(capacity);
            return taken;
        }

        @Override
        public Buffer last() {
            return batch;
        }
    }

    private static final class Compressed implements Packing {
        private final ByteArrayOutputStream compressed = new ByteArrayOutputStream(BATCH);
        private final OutputStream gzip = Responses.gzip(compressed);

        @Override
        public void add(byte[] piece) {
            try {
                gzip.write(piece);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public int size() {
            return compressed.size();
        }

        @Override
        public Buffer take() {
            Buffer taken = Buffer.buffer(compressed.toByteArray());
            compressed.reset();
            return taken;
        }

        @Override
        public Buffer last() {
            try {
                gzip.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return take();
        }
    }
}
