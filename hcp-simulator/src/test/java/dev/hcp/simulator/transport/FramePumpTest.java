package dev.hcp.simulator.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FramePumpTest {
    private final ScriptedFrames source = new ScriptedFrames();
    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private final Recorder sink = new Recorder();
    private final FramePump pump = new FramePump(source, tasks::add, sink);

    @Test
    void frames_arrive_in_order_and_only_as_many_as_were_asked_for() {
        pump.start();
        source.emit("a");
        source.emit("b");
        source.emit("c");
        pump.request(2);
        run();
        assertThat(sink.heard).containsExactly("a", "b");
        pump.request(1);
        run();
        assertThat(sink.heard).containsExactly("a", "b", "c");
    }

    @Test
    void nothing_is_delivered_on_the_thread_that_emits() {
        pump.start();
        pump.request(1);
        source.emit("a");
        assertThat(sink.heard).isEmpty();
    }

    @Test
    void many_signals_make_one_task() {
        pump.start();
        for (int i = 0; i < 100; i++) {
            source.emit("x");
            pump.request(1);
        }
        assertThat(tasks).hasSize(1);
        run();
        assertThat(sink.heard).hasSize(100);
    }

    @Test
    void the_end_is_told_once_after_the_last_frame_and_without_demand() {
        pump.start();
        source.emit("a");
        source.end();
        run();
        assertThat(sink.heard).isEmpty();
        pump.request(1);
        run();
        assertThat(sink.heard).containsExactly("a", "end");
        pump.cancel();
        run();
        assertThat(sink.heard).containsExactly("a", "end");
        assertThat(source.isClosed()).isTrue();
    }

    @Test
    void a_cancellation_drops_what_is_left_and_closes_the_source() {
        pump.start();
        source.emit("a");
        pump.request(1);
        pump.cancel();
        run();
        assertThat(sink.heard).containsExactly("end");
        assertThat(source.isClosed()).isTrue();
    }

    @Test
    void what_lasts_no_time_delivers_what_there_is_and_a_bookmark_and_ends() {
        source.lasts(0);
        pump.start();
        source.emit("a");
        run();
        assertThat(sink.heard).isEmpty();
        pump.request(10);
        run();
        assertThat(sink.heard).containsExactly("a", "bookmark", "end");
    }

    @Test
    void a_watch_ends_after_its_time() throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            source.lasts(1);
            CountDownLatch done = new CountDownLatch(1);
            FramePump timed = new FramePump(source, thread, new FramePump.Sink() {
                @Override
                public void frame(byte[] frame) {
                    sink.frame(frame);
                }

                @Override
                public void finished(@Nullable Exception failure) {
                    sink.finished(failure);
                    done.countDown();
                }
            });
            timed.start();
            timed.request(10);
            source.emit("a");
            assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(sink.heard).containsExactly("a", "bookmark", "end");
        } finally {
            thread.shutdownNow();
        }
    }

    @Test
    void a_sink_that_fails_hears_its_failure_and_no_more_frames() {
        sink.failOn = "b";
        pump.start();
        pump.request(10);
        source.emit("a");
        source.emit("b");
        source.emit("c");
        run();
        assertThat(sink.heard).containsExactly("a", "failure of b");
        assertThat(source.isClosed()).isTrue();
    }

    @Test
    void deliveries_never_overlap_even_when_the_executor_has_many_threads() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            int frames = 20_000;
            AtomicInteger inside = new AtomicInteger();
            AtomicInteger overlaps = new AtomicInteger();
            List<Integer> order = new ArrayList<>();
            CountDownLatch done = new CountDownLatch(1);
            ScriptedFrames busy = new ScriptedFrames();
            FramePump concurrent = new FramePump(busy, threads, new FramePump.Sink() {
                @Override
                public void frame(byte[] frame) {
                    if (inside.incrementAndGet() != 1) {
                        overlaps.incrementAndGet();
                    }
                    order.add(Integer.valueOf(text(frame)));
                    inside.decrementAndGet();
                }

                @Override
                public void finished(@Nullable Exception failure) {
                    done.countDown();
                }
            });
            concurrent.start();
            threads.execute(() -> {
                for (int i = 0; i < frames; i++) {
                    concurrent.request(1);
                }
            });
            for (int i = 0; i < frames; i++) {
                busy.emit(String.valueOf(i));
            }
            busy.end();
            assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(overlaps).hasValue(0);
            assertThat(order).hasSize(frames).isSorted();
        } finally {
            threads.shutdownNow();
        }
    }

    private void run() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }

    private static String text(byte[] frame) {
        return new String(frame, StandardCharsets.UTF_8).strip();
    }

    private static final class Recorder implements FramePump.Sink {
        private final List<String> heard = new ArrayList<>();
        private @Nullable String failOn;

        @Override
        public void frame(byte[] frame) {
            if (text(frame).equals(failOn)) {
                throw new IllegalStateException("failure of " + failOn);
            }
            heard.add(text(frame));
        }

        @Override
        public void finished(@Nullable Exception failure) {
            heard.add(failure == null ? "end" : failure.getMessage());
        }
    }
}
