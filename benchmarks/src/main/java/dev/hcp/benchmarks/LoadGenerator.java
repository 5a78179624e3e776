package dev.hcp.benchmarks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * Asks a server as fast as it answers: one thread and one blocking connection of HTTP/1.1 each, the next request when the
 * answer is there. It shares the machine with the server, so it does as little as it can: requests are ready-made bytes,
 * bodies are read and thrown away.
 */
final class LoadGenerator {
    private final URI server;
    private final String token;
    private final SocketFactory sockets;

    LoadGenerator(String server, String token) {
        this.server = URI.create(server);
        this.token = token;
        this.sockets = server.startsWith("https") ? trusting() : SocketFactory.getDefault();
    }

    /** One request: the bytes after which an answer is waited for. */
    interface Requests {
        byte[] request(int number);
    }

    /** The bytes of a request. */
    byte[] request(String method, String path, String contentType, String body) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        String head = method + " " + path + " HTTP/1.1\r\nHost: " + server.getAuthority()
                + "\r\nAccept: application/json\r\nUser-Agent: load/1\r\n"
                + (token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n")
                + (content.length == 0
                        ? ""
                        : "Content-Type: " + contentType + "\r\nContent-Length: " + content.length + "\r\n")
                + "\r\n";
        byte[] first = head.getBytes(StandardCharsets.ISO_8859_1);
        byte[] whole = Arrays.copyOf(first, first.length + content.length);
        System.arraycopy(content, 0, whole, first.length, content.length);
        return whole;
    }

    /** What a run gave: answers per second, and latencies in microseconds. */
    record Result(int requests, double perSecond, long median, long slowest1Percent, int refused) {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%,.0f/s, median %,d us, 99%% within %,d us%s",
                    perSecond,
                    median,
                    slowest1Percent,
                    refused == 0 ? "" : ", " + refused + " REFUSED");
        }
    }

    /** Sends requests 0 to count - 1 over some connections. */
    Result run(int connections, int count, Requests requests) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        long[] latencies = new long[count];
        CountDownLatch ready = new CountDownLatch(connections);
        CountDownLatch go = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        List<RuntimeException> failures = new ArrayList<>();
        for (int c = 0; c < connections; c++) {
            Thread thread = new Thread(() -> {
                try (Connection connection = new Connection()) {
                    ready.countDown();
                    go.await();
                    for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                        byte[] request = requests.request(i);
                        long start = System.nanoTime();
                        int status = connection.ask(request);
                        latencies[i] = System.nanoTime() - start;
                        if (status >= 300) {
                            refused.incrementAndGet();
                        }
                    }
                } catch (IOException e) {
                    synchronized (failures) {
                        failures.add(new UncheckedIOException(e));
                    }
                    ready.countDown();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            thread.start();
            threads.add(thread);
        }
        ready.await();
        long start = System.nanoTime();
        go.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        long nanos = System.nanoTime() - start;
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
        Arrays.sort(latencies);
        return new Result(
                count,
                count * 1e9 / nanos,
                latencies[count / 2] / 1000,
                latencies[(int) (count * 0.99)] / 1000,
                refused.get());
    }

    private final class Connection implements AutoCloseable {
        private final Socket socket;
        private final InputStream in;
        private final OutputStream out;
        private byte[] scratch = new byte[64 * 1024];

        Connection() throws IOException {
            socket = sockets.createSocket(InetAddress.getByName(server.getHost()), server.getPort());
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
            out = socket.getOutputStream();
        }

        int ask(byte[] request) throws IOException {
            out.write(request);
            out.flush();
            int status = Integer.parseInt(line().substring(9, 12));
            int length = 0;
            boolean chunked = false;
            for (String header = line(); !header.isEmpty(); header = line()) {
                int colon = header.indexOf(':');
                String name = header.substring(0, colon);
                if (name.equalsIgnoreCase("content-length")) {
                    length = Integer.parseInt(header.substring(colon + 1).trim());
                } else if (name.equalsIgnoreCase("transfer-encoding")) {
                    chunked = true;
                }
            }
            if (chunked) {
                for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
                    skip(size + 2);
                }
                line();
            } else {
                skip(length);
            }
            return status;
        }

        private String line() throws IOException {
            int length = 0;
            for (int b = in.read(); b != '\n'; b = in.read()) {
                if (b < 0) {
                    throw new IOException("the server closed the connection");
                }
                scratch[length++] = (byte) b;
            }
            return new String(scratch, 0, Math.max(0, length - 1), StandardCharsets.ISO_8859_1);
        }

        private void skip(int bytes) throws IOException {
            for (int left = bytes; left > 0; ) {
                int read = in.read(scratch, 0, Math.min(left, scratch.length));
                if (read < 0) {
                    throw new IOException("the server closed the connection within a body");
                }
                left -= read;
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private static SocketFactory trusting() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new TrustAll()}, new SecureRandom());
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no TLS", e);
        }
    }

    /** The servers here are our own, on this machine, with certificates made a moment ago. */
    private static final class TrustAll implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
