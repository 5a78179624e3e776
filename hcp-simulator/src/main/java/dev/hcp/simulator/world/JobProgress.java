package dev.hcp.simulator.world;

import dev.hcp.api.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What came of the pods of a job so far, also of those that are gone. */
final class JobProgress {
    static final String INDEX = "batch.kubernetes.io/job-completion-index";
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private final Set<String> succeeded = new HashSet<>();
    private final Set<String> failed = new HashSet<>();
    private final Set<String> running = new HashSet<>();
    private final TreeSet<Integer> completedIndexes = new TreeSet<>();
    private @Nullable Instant lastFailure;

    /**
     * Takes the pods in that there are.
     *
     * @param given pods whose end counts for nothing, as the job itself ended them
     */
    void see(List<JsonObject> pods, Set<String> given, Instant now) {
        Set<String> live = new HashSet<>();
        for (JsonObject pod : pods) {
            String uid = Meta.uid(pod);
            live.add(uid);
            String phase = pod.text("status", "phase");
            if ("Succeeded".equals(phase)) {
                running.remove(uid);
                succeeded.add(uid);
                index(pod).ifPresent(completedIndexes::add);
            } else if ("Failed".equals(phase)) {
                fail(uid, given, now);
            } else {
                running.add(uid);
            }
        }
        // Somebody took them away before they were done.
        for (String uid : List.copyOf(running)) {
            if (!live.contains(uid)) {
                fail(uid, given, now);
            }
        }
    }

    private void fail(String uid, Set<String> given, Instant now) {
        running.remove(uid);
        if (!given.contains(uid) && failed.add(uid)) {
            lastFailure = now;
        }
    }

    /** The index of a pod of an indexed job. */
    static Optional<Integer> index(JsonObject pod) {
        String text = pod.text("metadata", "annotations", INDEX);
        return text == null ? Optional.empty() : Optional.of(Integer.valueOf(text));
    }

    int succeeded() {
        return succeeded.size();
    }

    int failed() {
        return failed.size();
    }

    Set<Integer> completedIndexes() {
        return completedIndexes;
    }

    /** The indexes that are done, as a Job's status says it, such as {@code 0-2,4}. */
    String completedRanges() {
        StringBuilder text = new StringBuilder();
        Integer from = null;
        Integer last = null;
        for (Integer index : completedIndexes) {
            if (last == null || index != last + 1) {
                append(text, from, last);
                from = index;
            }
            last = index;
        }
        append(text, from, last);
        return text.toString();
    }

    private static void append(StringBuilder text, @Nullable Integer from, @Nullable Integer to) {
        if (from != null && to != null) {
            text.append(text.isEmpty() ? "" : ",").append(from);
            if (!from.equals(to)) {
                text.append(to == from + 1 ? "," : "-").append(to);
            }
        }
    }

    /** How long to wait before another pod is made, after some have failed. */
    Optional<Duration> pause(Instant now) {
        if (lastFailure == null) {
            return Optional.empty();
        }
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failed.size() - 1, 10));
        Instant due = lastFailure.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
        return now.isBefore(due) ? Optional.of(Duration.between(now, due)) : Optional.empty();
    }
}
