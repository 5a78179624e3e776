package dev.hcp.simulator.apiserver.pods;

import java.util.List;
import java.util.Optional;

/**
 * Answers for what runs in some containers. Its methods are called from any thread, also several at a time, and must not
 * wait.
 */
public interface ContainerRuntime {
    /** The log of a container; empty when this runtime does not know the container. */
    default Optional<ContainerLog> log(Container container) {
        return Optional.empty();
    }

    /**
     * A command to run beside a container's own process, as {@code kubectl exec} asks for it.
     *
     * @param command the program and its arguments
     * @return what runs; empty when this runtime does not know the container, or the container has no such program
     */
    default Optional<ContainerProcess> exec(Container container, List<String> command) {
        return Optional.empty();
    }

    /** The container's own process, as {@code kubectl attach} asks for it; empty when there is none to talk to. */
    default Optional<ContainerProcess> attach(Container container) {
        return Optional.empty();
    }
}
