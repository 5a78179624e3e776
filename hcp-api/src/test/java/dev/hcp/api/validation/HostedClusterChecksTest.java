package dev.hcp.api.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
                .containsExactly("spec.networking.ServiceNetwork: Invalid value: \"10.1.0.0/16\": "
                        + "spec.networking.ServiceNetwork and spec.networking.ClusterNetwork overlap: 10.1.0.0/16 and "
                        + "10.0.0.0/8");
    }

    @Property
    void whether_networks_overlap_does_not_depend_on_which_is_which(
            @ForAll @IntRange(max = 255) int octet, @ForAll @IntRange(min = 6, max = 24) int prefix) {
        String a = "10." + octet + ".0.0/" + prefix;
        String b = "10.132.0.0/14";
        assertThat(HostedClusterChecks.networks(network(a, b)).isEmpty())
                .isEqualTo(HostedClusterChecks.networks(network(b, a)).isEmpty());
    }

    @Test
    void the_same_overlap_is_said_once() {
        JsonObject cluster = network("10.0.0.0/8")
                .withAt(
                        JsonArray.of(JsonObject.of("cidr", "10.1.0.0/16"), JsonObject.of("cidr", "10.1.0.0/16")),
                        "spec",
                        "networking",
                        "serviceNetwork");
        assertThat(HostedClusterChecks.networks(cluster)).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void the_first_networks_must_be_of_one_family() {
        assertThat(HostedClusterChecks.networks(network("10.132.0.0/14", "fd02::/112")))
                .containsExactly(
                        "spec.networking: Forbidden: declare multiple network stacks as primary network in the "
                                + "cluster definition is not allowed, ipv4: [spec.networking.ClusterNetwork], ipv6: "
                                + "[spec.networking.ServiceNetwork]");
    }

    @Test
    void a_second_network_may_be_of_the_other_family() {
        JsonObject cluster = network("10.132.0.0/14", "172.31.0.0/16")
                .withAt(
                        JsonArray.of(JsonObject.of("cidr", "10.132.0.0/14"), JsonObject.of("cidr", "fd01::/48")),
                        "spec",
                        "networking",
                        "clusterNetwork");
        assertThat(HostedClusterChecks.networks(cluster)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "172.31.0.5,`spec.networking.ServiceNetwork: Invalid value: \"172.31.0.0/16\": the field"
                        + " spec.networking.ServiceNetwork with content 172.31.0.0/16 overlaps with the defined"
                        + " AdvertiseAddress 172.31.0.5 prefix: <nil>`",
                "nonsense,`spec.networking.APIServerNetworking.AdvertiseAddress: Invalid value: \"nonsense\":"
                        + " advertise address set in HostedCluster nonsense is not parseable`"
            })
    void the_advertised_address_must_be_one_outside_of_the_networks(String address, String problem) {
        JsonObject cluster = network("10.132.0.0/14", "172.31.0.0/16")
                .withAt(address, "spec", "networking", "apiServer", "advertiseAddress");
        assertThat(HostedClusterChecks.networks(cluster)).containsExactly(problem);
    }

    @Test
    void the_default_advertised_address_counts_too() {
        assertThat(HostedClusterChecks.networks(network("172.16.0.0/12")))
                .containsExactly("spec.networking.ClusterNetwork: Invalid value: \"172.16.0.0/12\": the field"
                        + " spec.networking.ClusterNetwork with content 172.16.0.0/12 overlaps with the defined"
                        + " AdvertiseAddress 172.20.0.1 prefix: <nil>");
    }

    @Test
    void a_node_port_address_must_be_outside_of_the_service_network() {
        JsonObject strategy = JsonObject.of("type", "NodePort", "nodePort", JsonObject.of("address", "172.31.0.9"));
        JsonObject cluster = network("10.132.0.0/14", "172.31.0.0/16")
                .withAt(
                        JsonArray.of(JsonObject.of("service", "APIServer", "servicePublishingStrategy", strategy)),
                        "spec",
                        "services");
        assertThat(HostedClusterChecks.networks(cluster))
                .containsExactly("spec.networking.ServiceNetwork: Invalid value: \"172.31.0.0/16\": Nodeport IP is"
                        + " within the service network range: 172.31.0.9 is within 172.31.0.0/16");
    }

    @Test
    void networks_on_ibm_cloud_are_not_looked_at() {
        assertThat(HostedClusterChecks.networks(
                        network("10.0.0.0/8", "10.1.0.0/16").withAt("IBMCloud", "spec", "platform", "type")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4b1c9a64-7d9d-4f9e-9d0f-2f3f1c7f6a11",
                "4b1c9a647d9d4f9e9d0f2f3f1c7f6a11",
                "{4b1c9a64-7d9d-4f9e-9d0f-2f3f1c7f6a11}",
                "urn:uuid:4b1c9a64-7d9d-4f9e-9d0f-2f3f1c7f6a11"
            })
    void a_cluster_id_may_be_written_in_any_form_of_a_uuid(String id) {
        assertThat(HostedClusterChecks.clusterId(JsonObject.EMPTY.withAt(id, "spec", "clusterID")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "abc,`invalid UUID length: 3`",
                "xb1c9a64-7d9d-4f9e-9d0f-2f3f1c7f6a11,`invalid UUID format`",
                "nru:uuid:4b1c9a64-7d9d-4f9e-9d0f-2f3f1c7f6a11,`invalid urn prefix: \"nru:uuid:\"`"
            })
    void a_cluster_id_must_be_a_uuid(String id, String problem) {
        assertThat(HostedClusterChecks.clusterId(JsonObject.EMPTY.withAt(id, "spec", "clusterID")))
                .containsExactly("cannot parse cluster ID \"" + id + "\": " + problem);
    }

    @Test
    void a_signing_key_needs_an_issuer() {
        assertThat(HostedClusterChecks.problems(
                        network("10.132.0.0/14").withAt("key", "spec", "serviceAccountSigningKey", "name")))
                .containsExactly("invalid service account signing key: the IssuerURL must be set when specifying a "
                        + "service account signing key");
    }

    @Test
    void a_hostname_of_a_way_that_is_not_used_does_not_count() {
        JsonObject nodePort = JsonObject.of("type", "NodePort", "route", JsonObject.of("hostname", "api.example.com"));
        JsonObject route = JsonObject.of("type", "Route", "route", JsonObject.of("hostname", "api.example.com"));
        JsonObject cluster = network("10.132.0.0/14")
                .withAt(
                        JsonArray.of(
                                JsonObject.of("service", "OAuthServer", "servicePublishingStrategy", nodePort),
                                JsonObject.of("service", "Ignition", "servicePublishingStrategy", route)),
                        "spec",
                        "services");
        assertThat(HostedClusterChecks.hostnames(cluster)).isEmpty();
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
