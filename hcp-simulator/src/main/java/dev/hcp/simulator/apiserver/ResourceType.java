package dev.hcp.simulator.apiserver;

/**
 * A served resource. Two are the same when group, version and plural are.
 *
 * <p>The API server hands them out; see {@link Objects#resource}.
 */
public interface ResourceType {
    /** API group; empty for the core group. */
    String group();

    /** API version, such as {@code v1beta1}. */
    String version();

    /** Kind, such as {@code NodePool}. */
    String kind();

    /** Resource name, such as {@code nodepools}. */
    String plural();

    /** Whether its objects live in namespaces. */
    boolean namespaced();

    /** {@code group/version}, or the bare version of the core group. */
    default String apiVersion() {
        return group().isEmpty() ? version() : group() + "/" + version();
    }
}
