package dev.hcp.reconcilers.hostedconfig;

import dev.hcp.api.json.JsonObject;

/** The domains of a hosted cluster. */
final class ClusterDomain {
    private ClusterDomain() {}

    /** The cluster's domain: a prefix, by default its name, before the base domain; an empty prefix adds nothing. */
    static String base(HostedPass pass) {
        JsonObject dns = pass.spec().object("dns");
        String base = HostedPass.text(dns, "baseDomain");
        String prefix = dns.text("baseDomainPrefix");
        if (prefix == null) {
            return pass.name() + "." + base;
        }
        return prefix.isEmpty() ? base : prefix + "." + base;
    }

    /** The domain below which the cluster's routes are. */
    static String ingress(HostedPass pass) {
        String configured = pass.configuration().text("ingress", "domain");
        return configured == null || configured.isEmpty() ? "apps." + base(pass) : configured;
    }
}
