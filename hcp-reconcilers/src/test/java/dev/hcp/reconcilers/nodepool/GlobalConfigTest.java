package dev.hcp.reconcilers.nodepool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.configuration.ClusterConfiguration;
import dev.hcp.api.hypershift.ClusterNetworkEntry;
import dev.hcp.api.hypershift.HostedClusterSpec;
import dev.hcp.api.hypershift.ServiceNetworkEntry;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.model.ModelReader;
import org.junit.jupiter.api.Test;

class GlobalConfigTest {
    private static GlobalConfig of(String configuration) {
        return GlobalConfig.of(HostedClusterSpec.builder()
                .configuration(ModelReader.read(Json.parseObject(configuration), ClusterConfiguration.class))
                .networking(n -> n.addClusterNetwork(ClusterNetworkEntry.builder()
                                .cidr("10.132.0.0/14")
                                .build())
                        .addServiceNetwork(ServiceNetworkEntry.builder()
                                .cidr("172.31.0.0/16")
                                .build()))
                .build());
    }

    @Test
    void without_settings_both_objects_are_empty() {
        GlobalConfig config = of("{}");
        assertThat(config.proxy()).isEqualTo(JsonObject.EMPTY);
        assertThat(config.text())
                .isEqualTo("{\"metadata\":{\"name\":\"cluster\",\"creationTimestamp\":null},"
                        + "\"spec\":{\"trustedCA\":{\"name\":\"\"}},\"status\":{}}\n"
                        + "{\"metadata\":{\"name\":\"cluster\",\"creationTimestamp\":null},"
                        + "\"spec\":{\"additionalTrustedCA\":{\"name\":\"\"},\"registrySources\":{}},\"status\":{}}\n");
    }

    @Test
    void a_proxy_is_not_used_for_the_networks_of_the_cluster() {
        GlobalConfig config = of("{\"proxy\":{\"httpsProxy\":\"http://proxy:3128\",\"noProxy\":\"example.com\"}}");
        assertThat(config.proxy().text("noProxy"))
                .isEqualTo(".cluster.local,.svc,10.132.0.0/14,127.0.0.1,172.31.0.0/16,example.com,localhost");
        assertThat(config.text())
                .contains("\"spec\":{\"httpsProxy\":\"http://proxy:3128\",\"noProxy\":\"example.com\",");
    }
}
