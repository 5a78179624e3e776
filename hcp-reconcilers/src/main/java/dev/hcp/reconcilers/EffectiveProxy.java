package dev.hcp.reconcilers;

import dev.hcp.api.json.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The proxy that a hosted cluster's components use, as opposed to what the user asked for: {@code status} of Proxy. */
public final class EffectiveProxy {
    private static final List<String> NEVER_PROXIED = List.of("127.0.0.1", "localhost", ".svc", ".cluster.local");

    private EffectiveProxy() {}

    /**
     * The proxy in effect; empty when there is none.
     *
     * @param spec what the user asked for
     * @param networks CIDRs of the cluster, which are reached without a proxy
     */
    public static JsonObject of(JsonObject spec, Collection<String> networks) {
        String http = spec.text("httpProxy");
        String https = spec.text("httpsProxy");
        if (http == null && https == null) {
            return JsonObject.EMPTY;
        }
        return JsonObject.builder(3)
                .putIfPresent("httpProxy", http)
                .putIfPresent("httpsProxy", https)
                .put("noProxy", noProxy(spec.text("noProxy"), networks))
                .build();
    }

    private static String noProxy(@Nullable String asked, Collection<String> networks) {
        if ("*".equals(asked)) {
            return "*";
        }
        Set<String> hosts = new TreeSet<>(NEVER_PROXIED);
        hosts.addAll(networks);
        if (asked != null && !asked.isBlank()) {
            for (String host : asked.split(",")) {
                hosts.add(host.trim());
            }
        }
        return String.join(",", hosts);
    }
}
