package dev.hcp.client;

import dev.hcp.api.hypershift.DnsSpec;

/** Base domains of clusters that have to have one. */
final class Domains {
    private Domains() {}

    static DnsSpec orExample(String baseDomain) {
        DnsSpec.Builder dns = DnsSpec.builder();
        dns.baseDomain(baseDomain.isEmpty() ? "example.com" : baseDomain);
        return dns.build();
    }
}
