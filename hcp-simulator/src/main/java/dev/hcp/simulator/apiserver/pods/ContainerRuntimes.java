package dev.hcp.simulator.apiserver.pods;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** The runtimes of an API server: the one that was added last is asked first, and the first that knows answers. Thread-safe. */
public final class ContainerRuntimes implements ContainerRuntime {
    private final CopyOnWriteArrayList<ContainerRuntime> runtimes = new CopyOnWriteArrayList<>();

    /**
     * Adds a runtime.
     *
     * @return removes it again
     */
    public Runnable add(ContainerRuntime runtime) {
        runtimes.add(0, runtime);
        return () -> runtimes.remove(runtime);
    }

    @Override
    public Optional<ContainerLog> log(Container container) {
        return first(runtime -> runtime.log(container));
    }

    @Override
    public Optional<ContainerProcess> exec(Container container, List<String> command) {
        return first(runtime -> runtime.exec(container, command));
    }

    @Override
    public Optional<ContainerProcess> attach(Container container) {
        return first(runtime -> runtime.attach(container));
    }

    private <T> Optional<T> first(Function<ContainerRuntime, Optional<T>> question) {
        for (ContainerRuntime runtime : runtimes) {
            Optional<T> answer = question.apply(runtime);
            if (answer.isPresent()) {
                return answer;
            }
        }
        return Optional.empty();
    }
}
