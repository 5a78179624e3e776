package dev.hcp.platforms;

import dev.hcp.api.HcpException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How one cluster gets at images: with which credentials, and where it looks before it goes to the source. Immutable.
 *
 * @param pullSecret content of {@code .dockerconfigjson} of its pull secret; empty for none. It is never shown.
 * @param mirrors mirrors by the registry, repository or path that they mirror, as in {@code spec.imageContentSources} of a
 *     HostedCluster; asked in their order, the source last
 */
public record ImageAccess(String pullSecret, Map<String, List<String>> mirrors) {
    /** Without credentials and mirrors: what anybody can read. */
    public static final ImageAccess ANONYMOUS = new ImageAccess("", Map.of());

    /** @throws HcpException when a source has no mirror */
    public ImageAccess {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        mirrors.forEach((source, ofSource) -> {
            if (ofSource.isEmpty()) {
                throw new HcpException("the source " + source + " shall have mirrors, and none is named");
            }
            copy.put(source, List.copyOf(ofSource));
        });
        mirrors = Collections.unmodifiableMap(copy);
    }

    @Override
    public String toString() {
        return "ImageAccess[" + (pullSecret.isBlank() ? "no pull secret" : "a pull secret") + ", mirrors=" + mirrors
                + "]";
    }
}
