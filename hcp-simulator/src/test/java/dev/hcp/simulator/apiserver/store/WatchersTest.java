package dev.hcp.simulator.apiserver.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonObject;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Watchers of a collection: whom a commit concerns, and what one that does not read costs. */
class WatchersTest {
    private static final int HISTORY = 20;

    private final Store store = new Store(HISTORY);
    private final ObjectCollection things = store.collection("/things");

    private Commit put(String key, Object... content) {
        store.lock().lock();
        try {
            store.put(
                    things, key, JsonObject.of("metadata", JsonObject.of("name", key), "data", JsonObject.of(content)));
        } finally {
            store.lock().unlock();
        }
        try (Watcher last = things.watch(store.revision() - 1, "").orElseThrow()) {
            return last.poll();
        }
    }

    private Watcher watch(String scope) {
        return things.watch(store.revision(), scope).orElseThrow();
    }

    private static List<String> polled(Watcher watcher) {
        List<String> keys = new ArrayList<>();
        for (Commit commit = watcher.poll(); commit != null; commit = watcher.poll()) {
            keys.add(commit.key());
        }
        return keys;
    }

    @Test
    void a_commit_reaches_those_who_watch_everything_its_namespace_or_its_object() {
        Watcher everything = watch("");
        Watcher namespace = watch("a/");
        Watcher object = watch("a/x");
        put("a/x");
        put("a/xx");
        put("ab/x");
        assertThat(polled(everything)).containsExactly("a/x", "a/xx", "ab/x");
        assertThat(polled(namespace)).containsExactly("a/x", "a/xx");
        assertThat(polled(object)).containsExactly("a/x");
    }

    @Test
    void ten_thousand_watchers_of_other_objects_are_not_looked_at() {
        AtomicInteger woken = new AtomicInteger();
        for (int i = 0; i < 10_000; i++) {
            watch(i % 2 == 0 ? "other/" + i : "namespace-" + i + "/").onCommit(woken::incrementAndGet);
        }
        watch("mine/x").onCommit(woken::incrementAndGet);
        List<String> asked = Scope.holding("mine/x");
        put("mine/x");
        assertThat(woken).hasValue(1);
        assertThat(asked).containsExactly("", "mine/", "mine/x");
    }

    @Test
    void a_watcher_from_the_past_gets_what_it_missed_of_its_part() {
        long past = store.revision();
        put("a/x");
        put("b/x");
        put("a/y");
        assertThat(polled(things.watch(past, "a/").orElseThrow())).containsExactly("a/x", "a/y");
    }

    @Test
    void the_past_is_as_long_as_the_history() {
        put("a/x");
        long past = store.revision();
        for (int i = 0; i < HISTORY; i++) {
            put("a/x", "i", i);
        }
        assertThat(things.watch(past, "")).isPresent();
        assertThat(things.at(past)).isPresent();
        put("a/x");
        assertThat(things.watch(past, "")).isEmpty();
        assertThat(things.at(past)).isEmpty();
    }

    @Test
    void who_does_not_read_is_cut_off_and_keeps_nothing() {
        Watcher slow = watch("a/");
        AtomicInteger woken = new AtomicInteger();
        slow.onCommit(woken::incrementAndGet);
        for (int i = 0; i < HISTORY; i++) {
            put("a/x", "i", i);
        }
        assertThat(slow.cutOff()).isFalse();
        put("a/x");
        assertThat(slow.cutOff()).isTrue();
        assertThat(slow.poll()).isNull();
        int told = woken.get();
        put("a/x");
        assertThat(woken).as("it is not told any more").hasValue(told);
    }

    @Test
    void a_full_past_does_not_count_against_a_watcher_that_starts_from_it() {
        long past = store.revision();
        for (int i = 0; i < HISTORY; i++) {
            put("a/x", "i", i);
        }
        Watcher watcher = things.watch(past, "").orElseThrow();
        put("a/x");
        assertThat(polled(watcher)).hasSize(HISTORY + 1);
    }

    @Test
    void a_watcher_that_has_nothing_to_read_does_not_keep_the_history_alive() throws Exception {
        Watcher idle = watch("quiet/");
        WeakReference<Commit> early = new WeakReference<>(put("busy/x"));
        for (int i = 0; i <= HISTORY + 1; i++) {
            put("busy/x", "i", i);
        }
        for (int i = 0; i < 50 && early.get() != null; i++) {
            System.gc();
        }
        assertThat(early.get()).isNull();
        assertThat(idle.cutOff()).isFalse();
        assertThat(idle.revision()).isEqualTo(store.revision());
    }

    @Test
    void a_watcher_knows_how_far_it_has_read() {
        Watcher watcher = watch("");
        long before = store.revision();
        put("a/x");
        put("a/y");
        assertThat(watcher.revision()).isEqualTo(before);
        watcher.poll();
        assertThat(watcher.revision()).isEqualTo(before + 1);
        watcher.poll();
        assertThat(watcher.revision()).isEqualTo(store.revision());
    }

    @Test
    void a_closed_watcher_is_forgotten() {
        Watcher watcher = watch("a/x");
        AtomicInteger woken = new AtomicInteger();
        watcher.onCommit(woken::incrementAndGet);
        watcher.close();
        put("a/x");
        assertThat(woken).hasValue(0);
        assertThat(watcher.poll()).isNull();
    }

    @Test
    void bytes_of_a_commit_are_made_once_for_each_form() {
        Commit commit = put("a/x");
        AtomicInteger made = new AtomicInteger();
        byte[] first = commit.shared("form", () -> new byte[] {(byte) made.incrementAndGet()});
        byte[] second = commit.shared("form", () -> new byte[] {(byte) made.incrementAndGet()});
        byte[] other = commit.shared("other form", () -> new byte[] {(byte) made.incrementAndGet()});
        assertThat(second).isSameAs(first);
        assertThat(other).isNotSameAs(first);
        assertThat(made).hasValue(2);
    }

    @Test
    void a_revision_can_be_waited_for() {
        CompletableFuture<?> present = store.reached(store.revision());
        CompletableFuture<?> next = store.reached(store.revision() + 1);
        CompletableFuture<?> later = store.reached(store.revision() + 2);
        assertThat(present).isDone();
        assertThat(next).isNotDone();
        put("a/x");
        assertThat(next).isDone();
        assertThat(later).isNotDone();
    }
}
