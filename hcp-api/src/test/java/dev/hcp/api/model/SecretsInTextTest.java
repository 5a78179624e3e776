package dev.hcp.api.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.agent.AgentDebugInfo;
import dev.hcp.api.agent.AgentSpec;
import dev.hcp.api.agent.BootArtifacts;
import dev.hcp.api.agent.InfraEnvProxy;
import dev.hcp.api.agent.InfraEnvSpec;
import dev.hcp.api.agent.InfraEnvStatus;
import dev.hcp.api.agent.NmStateConfigSpec;
import dev.hcp.api.capi.aws.AwsIgnitionProxy;
import dev.hcp.api.capi.aws.AwsInstance;
import dev.hcp.api.configuration.ProxyConfig;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.ocm.AddOnProxyConfig;
import dev.hcp.api.ocm.KlusterletProxyConfig;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The texts of models end up in logs: they show neither passwords, nor tokens, nor configuration that may hold some. */
class SecretsInTextTest {
    private static final String SECRET = "hunter2";
    private static final String URL = "https://me:" + SECRET + "@example.org?token=" + SECRET;

    static Stream<Model> models() {
        return Stream.of(
                ProxyConfig.builder().httpProxy(URL).httpsProxy(URL).build(),
                AddOnProxyConfig.builder().httpProxy(URL).httpsProxy(URL).build(),
                KlusterletProxyConfig.builder().httpProxy(URL).httpsProxy(URL).build(),
                AwsIgnitionProxy.builder().httpProxy(URL).httpsProxy(URL).build(),
                InfraEnvProxy.builder().httpProxy(URL).httpsProxy(URL).build(),
                InfraEnvStatus.builder().isoDownloadURL(URL).build(),
                InfraEnvSpec.builder().ignitionConfigOverride(SECRET).build(),
                BootArtifacts.builder()
                        .initrd(URL)
                        .kernel(URL)
                        .rootfs(URL)
                        .ipxeScript(URL)
                        .build(),
                AgentDebugInfo.builder().eventsURL(URL).logsURL(URL).build(),
                AgentSpec.builder()
                        .ignitionConfigOverrides(SECRET)
                        .ignitionEndpointHTTPHeaders(Map.of("Authorization", SECRET))
                        .build(),
                NmStateConfigSpec.builder()
                        .config(JsonObject.of("password", SECRET))
                        .build(),
                AwsInstance.builder().userData(SECRET).build());
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_secret_is_not_in_the_text_of_a_model(Model model) {
        assertThat(model.toString()).doesNotContain(SECRET);
    }
}
