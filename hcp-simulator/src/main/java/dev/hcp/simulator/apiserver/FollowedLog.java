package dev.hcp.simulator.apiserver;

import dev.hcp.simulator.apiserver.pods.ContainerLog;
import dev.hcp.simulator.apiserver.pods.ContainerLog.Line;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A log that is sent as it grows. Polled by one thread at a time. */
final class FollowedLog implements ApiResponse.FrameSource {
    private final ContainerLog log;
    private final LogQuery query;
    private final Long limit;
    private int position;
    private long sent;
    private boolean begun;
    private boolean over;
    private volatile @Nullable Runnable unsubscribe;

    FollowedLog(ContainerLog log, LogQuery query) {
        this.log = log;
        this.query = query;
        this.limit = query.limitBytes() == null ? Long.valueOf(Long.MAX_VALUE) : query.limitBytes();
    }

    @Override
    public void subscribe(Runnable available) {
        unsubscribe = log.subscribe(available);
    }

    @Override
    public byte @Nullable [] poll() {
        if (over) {
            return null;
        }
        // Asked before the lines are read: what is printed in between is seen the next time.
        boolean ended = log.ended();
        List<Line> more = log.lines(position);
        position += more.size();
        List<Line> wanted = begun ? more : query.select(more);
        begun = true;
        if (wanted.isEmpty()) {
            over = ended;
            return null;
        }
        byte[] text = query.render(wanted).getBytes(StandardCharsets.UTF_8);
        if (text.length >= limit - sent) {
            text = Arrays.copyOf(text, (int) (limit - sent));
            over = true;
        }
        sent += text.length;
        return text;
    }

    @Override
    public boolean ended() {
        return over;
    }

    @Override
    public void close() {
        Runnable end = unsubscribe;
        if (end != null) {
            end.run();
        }
    }
}
