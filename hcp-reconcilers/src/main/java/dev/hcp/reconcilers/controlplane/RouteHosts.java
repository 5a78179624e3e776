package dev.hcp.reconcilers.controlplane;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Host names of routes whose default would be longer than DNS allows. */
final class RouteHosts {
    private static final int LABEL_LIMIT = 63;

    private RouteHosts() {}

    /** The host name to ask for, where the first label of the default one is too long. */
    static Optional<String> shortened(String route, String namespace, Optional<String> ingressDomain) {
        String label = route + "-" + namespace;
        if (label.length() <= LABEL_LIMIT || ingressDomain.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(shortName(route, namespace) + "." + ingressDomain.get());
    }

    private static String shortName(String base, String suffix) {
        int room = LABEL_LIMIT - suffix.length() - 10;
        if (room < 1) {
            return base.substring(0, Math.min(base.length(), LABEL_LIMIT - 9)) + "-" + hash(base + "-" + suffix);
        }
        return base.substring(0, Math.min(base.length(), room)) + "-" + hash(base) + "-" + suffix;
    }

    /** FNV-1a, 32 bits. */
    private static String hash(String text) {
        int hash = 0x811c9dc5;
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * 0x01000193;
        }
        return String.format("%08x", hash);
    }
}
