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
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Sends whole responses; large ones compressed to clients that take it. */
final class Responses {
    private static final int WORTH_COMPRESSING = 128 * 1024;

    private Responses() {}

    static void send(HttpServerRequest request, ApiResponse.Whole whole) {
        HttpServerResponse response = request.response();
        if (response.closed()) {
            return;
        }
        head(request, whole);
        byte[] body = whole.body();
        if (isWorthCompressing(request, body.length) && !whole.headers().containsKey("Content-Encoding")) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
            response.headers().add(HttpHeaders.VARY, "Accept-Encoding");
            body = compress(body);
        }
        response.end(Buffer.buffer(body));
    }

    /** Status and headers of either kind of response. */
    static void head(HttpServerRequest request, ApiResponse api) {
        HttpServerResponse response = request.response();
        response.setStatusCode(api.status());
        api.headers().forEach(response::putHeader);
        StandardHeaders.put(request, response);
    }

    /** Whether the client takes a compressed body, and it is long enough. */
    static boolean isWorthCompressing(HttpServerRequest request, long length) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        return length > WORTH_COMPRESSING
                && accepted != null
                && (accepted.equals("gzip")
                        || Arrays.stream(accepted.split(","))
                                .anyMatch(each -> each.trim().equals("gzip")));
    }

    private static byte[] compress(byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length / 8);
        try (OutputStream gzip = gzip(out)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Compresses what is written to it. */
    static OutputStream gzip(OutputStream out) {
        try {
            return new FastGzip(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** On a loopback interface the least compression is the best. */
    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(OutputStream out) throws IOException {
            super(out, 8192);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
