package dev.hcp.simulator.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoZerosTest {
    private static JsonObject json(String text) {
        return Json.parseObject(text.replace('\'', '"'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | {}",
                "{'apiServer': {'audit': {'profile': 'None'}}}"
                        + " | {'apiServer': {'audit': {'profile': 'None'}, 'clientCA': {'name': ''}}}",
                "{'proxy': {'httpProxy': 'http://p'}} | {'proxy': {'httpProxy': 'http://p', 'trustedCA': {'name': ''}}}",
                "{'oauth': {'identityProviders': [{'name': 'g', 'type': 'Google', 'google': {'clientID': 'i'}}]}}"
                        + " | {'oauth': {'identityProviders': [{'name': 'g', 'type': 'Google', 'google': {'clientID': 'i',"
                        + " 'clientSecret': {'name': ''}, 'hostedDomain': ''}}], 'templates': {'error': {'name': ''},"
                        + " 'login': {'name': ''}, 'providerSelection': {'name': ''}}}}"
            })
    void a_client_in_go_writes_what_its_structures_have(String configuration, String written) {
        JsonObject cluster = JsonObject.of("spec", JsonObject.of("configuration", json(configuration)));

        assertThat(GoZeros.fill("HostedCluster", cluster).object("spec", "configuration"))
                .isEqualTo(json(written));
        assertThat(GoZeros.fill("Secret", cluster)).isEqualTo(cluster);
    }

    @ParameterizedTest
    @CsvSource({"HostedCluster", "HostedControlPlane"})
    void roles_on_aws_that_are_not_given_are_empty(String kind) {
        JsonObject given = json("{'type': 'AWS', 'aws': {'region': 'r', 'rolesRef': {'ingressARN': 'i'}}}");
        JsonObject cluster = JsonObject.of("spec", JsonObject.of("platform", given));

        assertThat(GoZeros.fill(kind, cluster).object("spec", "platform", "aws"))
                .isEqualTo(json("{'multiArch': false, 'region': 'r', 'rolesRef': {'controlPlaneOperatorARN': '',"
                        + " 'imageRegistryARN': '', 'ingressARN': 'i', 'kubeCloudControllerARN': '', 'networkARN': '',"
                        + " 'nodePoolManagementARN': '', 'storageARN': ''}}"));
    }
}
