package dev.hcp.api.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import org.junit.jupiter.api.Test;

class HostedClusterChecksTest {
    private static JsonObject network(String... cidrs) {
        JsonObject spec = JsonObject.of("platform", JsonObject.of("type", "KubeVirt"));
        String[] names = {"clusterNetwork", "serviceNetwork", "machineNetwork"};
        for (int i = 0; i < cidrs.length; i++) {
            spec = spec.withAt(JsonArray.of(JsonObject.of("cidr", cidrs[i])), "networking", names[i]);
        }
        return JsonObject.of("metadata", JsonObject.of("name", "demo"), "spec", spec);
    }

    @Test
    void a_sound_cluster_has_no_problems() {
        assertThat(HostedClusterChecks.problems(network("10.132.0.0/14", "172.31.0.0/16")))
                .isEmpty();
    }

    @Test
    void networks_must_not_overlap() {
        assertThat(HostedClusterChecks.networks(network("10.0.0.0/8", "10.1.0.0/16")))
                .containsExactly("spec.networking.serviceNetwork: Invalid value: \"10.1.0.0/16\": "
                        + "spec.networking.serviceNetwork and spec.networking.clusterNetwork overlap: 10.1.0.0/16 and "
                        + "10.0.0.0/8");
    }

    @Test
    void the_first_networks_must_be_of_one_family() {
        assertThat(HostedClusterChecks.networks(network("10.132.0.0/14", "fd02::/112")))
                .containsExactly(
                        "spec.networking: Forbidden: declare multiple network stacks as primary network in the "
                                + "cluster definition is not allowed, ipv4: [spec.networking.clusterNetwork[0].cidr], ipv6: "
                                + "[spec.networking.serviceNetwork[0].cidr]");
    }

    @Test
    void a_cluster_id_must_be_a_uuid() {
        assertThat(HostedClusterChecks.problems(network("10.132.0.0/14").withAt("abc", "spec", "clusterID")))
                .containsExactly("cannot parse cluster ID \"abc\": invalid UUID length: 3");
    }

    @Test
    void a_signing_key_needs_an_issuer() {
        assertThat(HostedClusterChecks.problems(
                        network("10.132.0.0/14").withAt("key", "spec", "serviceAccountSigningKey", "name")))
                .containsExactly("invalid service account signing key: the IssuerURL must be set when specifying a "
                        + "service account signing key");
    }

    @Test
    void a_hostname_is_published_once() {
        JsonObject route = JsonObject.of("type", "Route", "route", JsonObject.of("hostname", "api.example.com"));
        JsonObject cluster = network("10.132.0.0/14")
                .withAt(
                        JsonArray.of(
                                JsonObject.of("service", "OAuthServer", "servicePublishingStrategy", route),
                                JsonObject.of("service", "Ignition", "servicePublishingStrategy", route)),
                        "spec",
                        "services");
        assertThat(HostedClusterChecks.hostnames(cluster))
                .containsExactly("service type Ignition can't be published with the same hostname api.example.com as "
                        + "service type OAuthServer");
    }
}
