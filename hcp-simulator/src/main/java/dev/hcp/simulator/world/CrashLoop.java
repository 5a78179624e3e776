package dev.hcp.simulator.world;

import dev.hcp.api.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How a kubelet restarts a container that ends again and again: at once, then after a time that doubles up to five
 * minutes. All of it can be read from the container's status.
 *
 * @param ended when the container ended last
 * @param step how often the kubelet has waited longer
 * @param restarts how often the container was restarted in all
 */
record CrashLoop(Instant ended, int step, long restarts) {
    private static final String REASON = "CrashLoopBackOff";
    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(10),
            Duration.ofSeconds(20),
            Duration.ofSeconds(40),
            Duration.ofSeconds(80),
            Duration.ofSeconds(160),
            Duration.ofSeconds(300));

    /** Of a container that ends whenever it starts, by its status so far; the empty object when it has none. */
    static CrashLoop of(JsonObject status, Instant now) {
        JsonObject waiting = status.object("state", "waiting");
        String ended = status.text("lastState", "terminated", "finishedAt");
        long restarts = status.integer(0, "restartCount");
        if (!REASON.equals(waiting.text("reason")) || ended == null) {
            return new CrashLoop(now, 0, restarts + 1);
        }
        CrashLoop loop = new CrashLoop(Instant.parse(ended), step(String.valueOf(waiting.text("message"))), restarts);
        while (!loop.due().isAfter(now)) {
            loop = new CrashLoop(loop.due(), Math.min(loop.step + 1, WAITS.size() - 1), loop.restarts + 1);
        }
        return loop;
    }

    private static int step(String message) {
        for (int i = 0; i < WAITS.size(); i++) {
            if (message.startsWith(words(i))) {
                return i;
            }
        }
        return WAITS.size() - 1;
    }

    private static String words(int step) {
        long seconds = WAITS.get(step).toSeconds();
        return "back-off " + (seconds < 60 ? "" : seconds / 60 + "m") + seconds % 60 + "s ";
    }

    /** When the container is restarted next. */
    Instant due() {
        return ended.plus(WAITS.get(step));
    }

    /** Whether the time between restarts has come to its limit. */
    boolean steady() {
        return step == WAITS.size() - 1;
    }

    /** The state of a container of a pod meanwhile. */
    JsonObject state(JsonObject pod, String container) {
        String message = words(step) + "restarting failed container=" + container + " pod=" + Meta.name(pod) + "_"
                + Meta.namespace(pod) + "(" + Meta.uid(pod) + ")";
        return JsonObject.of("waiting", JsonObject.of("message", message, "reason", REASON));
    }
}
