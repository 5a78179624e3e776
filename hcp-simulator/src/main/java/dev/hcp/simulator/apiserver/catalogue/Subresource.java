package dev.hcp.simulator.apiserver.catalogue;

import java.util.List;

/**
 * A sub-resource as discovery lists it.
 *
 * @param name such as {@code status}
 * @param group group of its kind
 * @param version version of its kind
 * @param kind kind of its representation
 * @param verbs what may be done with it
 */
public record Subresource(String name, String group, String version, String kind, List<String> verbs) {
    /** A sub-resource whose kind is of its resource's group and version. */
    public static Subresource of(String name, String kind, String... verbs) {
        return new Subresource(name, "", "", kind, List.of(verbs));
    }
}
