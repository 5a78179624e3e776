package dev.hcp.simulator.transport.mockserver;

import dev.hcp.simulator.apiserver.ApiResponse.FrameSource;
import dev.hcp.simulator.transport.FramePump;
import io.fabric8.mockwebserver.http.Response;
import io.fabric8.mockwebserver.http.WebSocket;
import io.fabric8.mockwebserver.http.WebSocketListener;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends a watch over a WebSocket of the mock server, from its opening on: what is sent earlier is lost. */
final class WatchSocket extends WebSocketListener {
    private static final Logger LOG = LoggerFactory.getLogger(WatchSocket.class);
    private static final int NORMAL_CLOSURE = 1000;
    private static final int INTERNAL_ERROR = 1011;
    private static final Executor DELIVERY = delivery();

    private final FrameSource frames;
    private volatile @Nullable FramePump pump;

    WatchSocket(FrameSource frames) {
        this.frames = frames;
    }

    private static Executor delivery() {
        ThreadPoolExecutor executor =
                new ThreadPoolExecutor(2, 2, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "hcp-simulator-mock-watch");
                    thread.setDaemon(true);
                    return thread;
                });
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    @Override
    public void onOpen(WebSocket webSocket, Response response) {
        FramePump started = new FramePump(frames, DELIVERY, new FramePump.Sink() {
            @Override
            public void frame(byte[] frame) {
                webSocket.send(new String(frame, StandardCharsets.UTF_8));
            }

            @Override
            public void finished(@Nullable Exception failure) {
                if (failure != null) {
                    LOG.error("a watch broke off", failure);
                }
                webSocket.close(failure == null ? NORMAL_CLOSURE : INTERNAL_ERROR, "");
            }
        });
        pump = started;
        started.start();
        started.request(Long.MAX_VALUE);
    }

    @Override
    public void onClosing(WebSocket webSocket, int code, String reason) {
        end();
    }

    @Override
    public void onClosed(WebSocket webSocket, int code, String reason) {
        end();
    }

    @Override
    public void onFailure(WebSocket webSocket, Throwable failure, Response response) {
        end();
    }

    private void end() {
        FramePump running = pump;
        if (running == null) {
            frames.close();
        } else {
            running.cancel();
        }
    }
}
