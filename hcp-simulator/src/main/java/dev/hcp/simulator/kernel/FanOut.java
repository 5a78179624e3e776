package dev.hcp.simulator.kernel;

import dev.hcp.simulator.apiserver.Objects;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Who wants to hear of changes of a kind. Looked up by kind, so a change costs those who asked for it. */
final class FanOut {
    private record GroupKind(String group, String kind) {}

    private final Map<GroupKind, List<Consumer<Objects.Change>>> management = new HashMap<>();
    private final List<Consumer<Objects.Change>> everything = new ArrayList<>();
    private final Map<GroupKind, List<BiConsumer<String, Objects.Change>>> hosted = new HashMap<>();

    void watch(String group, String kind, Consumer<Objects.Change> listener) {
        management
                .computeIfAbsent(new GroupKind(group, kind), k -> new ArrayList<>())
                .add(listener);
    }

    void watchAll(Consumer<Objects.Change> listener) {
        everything.add(listener);
    }

    void watchHosted(String group, String kind, BiConsumer<String, Objects.Change> listener) {
        hosted.computeIfAbsent(new GroupKind(group, kind), k -> new ArrayList<>())
                .add(listener);
    }

    void announce(String server, Objects.Change change) {
        GroupKind kind = new GroupKind(change.type().group(), change.type().kind());
        if (server.isEmpty()) {
            for (Consumer<Objects.Change> listener : management.getOrDefault(kind, List.of())) {
                listener.accept(change);
            }
            for (Consumer<Objects.Change> listener : everything) {
                listener.accept(change);
            }
        } else {
            for (BiConsumer<String, Objects.Change> listener : hosted.getOrDefault(kind, List.of())) {
                listener.accept(server, change);
            }
        }
    }
}
