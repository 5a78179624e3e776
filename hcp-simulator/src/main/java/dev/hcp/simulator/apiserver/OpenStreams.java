package dev.hcp.simulator.apiserver;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What an API server has open with its clients, watches above all: it breaks off when the server goes away. Thread-safe.
 */
public final class OpenStreams {
    private final Set<Runnable> open = ConcurrentHashMap.newKeySet();

    /** A response that {@link #cut} ends, if it is one that lasts. */
    public ApiResponse keep(ApiResponse response) {
        if (response instanceof ApiResponse.Stream stream) {
            Frames frames = new Frames(stream.frames());
            open.add(frames.cut);
            return new ApiResponse.Stream(stream.status(), stream.headers(), frames);
        }
        if (response instanceof ApiResponse.Conversation conversation) {
            Talk talk = new Talk(conversation.channels());
            open.add(talk.cut);
            return new ApiResponse.Conversation(conversation.status(), conversation.headers(), talk);
        }
        return response;
    }

    /** Breaks off all that is open. */
    public void cut() {
        open.forEach(Runnable::run);
    }

    private final class Frames implements ApiResponse.FrameSource {
        private final ApiResponse.FrameSource frames;
        private final Runnable cut = this::cut;
        private volatile boolean broken;
        private volatile Runnable available = () -> {};

        Frames(ApiResponse.FrameSource frames) {
            this.frames = frames;
        }

        private void cut() {
            broken = true;
            available.run();
        }

        @Override
        public void subscribe(Runnable listener) {
            available = listener;
            frames.subscribe(listener);
        }

        @Override
        public byte @Nullable [] poll() {
            return broken ? null : frames.poll();
        }

        @Override
        public long timeoutSeconds() {
            return frames.timeoutSeconds();
        }

        @Override
        public void mark() {
            frames.mark();
        }

        @Override
        public boolean ended() {
            return broken || frames.ended();
        }

        @Override
        public boolean cutOff() {
            return broken || frames.cutOff();
        }

        @Override
        public void close() {
            open.remove(cut);
            frames.close();
        }
    }

    private final class Talk implements ApiResponse.Channels {
        private final ApiResponse.Channels channels;
        private final Runnable cut = this::cut;
        private volatile boolean broken;
        private volatile ApiResponse.@Nullable ChannelSink client;

        Talk(ApiResponse.Channels channels) {
            this.channels = channels;
        }

        private void cut() {
            broken = true;
            ApiResponse.ChannelSink sink = client;
            if (sink != null) {
                sink.end();
            }
        }

        @Override
        public void open(ApiResponse.ChannelSink sink) {
            client = sink;
            if (broken) {
                sink.end();
            } else {
                channels.open(sink);
            }
        }

        @Override
        public void received(int channel, byte[] bytes) {
            if (!broken) {
                channels.received(channel, bytes);
            }
        }

        @Override
        public void close() {
            open.remove(cut);
            channels.close();
        }
    }
}
