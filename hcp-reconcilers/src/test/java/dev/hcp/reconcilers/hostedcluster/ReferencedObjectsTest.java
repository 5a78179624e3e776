package dev.hcp.reconcilers.hostedcluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferencedObjectsTest {
    private static JsonObject json(String text) {
        return Json.parseObject(text.replace('\'', '"'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'apiServer': {'servingCerts': {'namedCertificates': [{'servingCertificate': {'name': 'x'}}]}}}",
                "{'authentication': {'webhookTokenAuthenticator': {'kubeConfig': {'name': 'x'}}}}",
                "{'authentication': {'oidcProviders': [{'oidcClients': [{'clientSecret': {'name': 'x'}}]}]}}",
                "{'ingress': {'componentRoutes': [{'servingCertKeyPairSecret': {'name': 'x'}}]}}",
                "{'oauth': {'templates': {'login': {'name': 'x'}}}}",
                "{'oauth': {'templates': {'providerSelection': {'name': 'x'}}}}",
                "{'oauth': {'templates': {'error': {'name': 'x'}}}}",
                "{'oauth': {'identityProviders': [{'type': 'BasicAuth', 'basicAuth': {'tlsClientCert': {'name': 'x'}}}]}}",
                "{'oauth': {'identityProviders': [{'type': 'BasicAuth', 'basicAuth': {'tlsClientKey': {'name': 'x'}}}]}}",
                "{'oauth': {'identityProviders': [{'type': 'GitHub', 'github': {'clientSecret': {'name': 'x'}}}]}}",
                "{'oauth': {'identityProviders': [{'type': 'GitLab', 'gitlab': {'clientSecret': {'name': 'x'}}}]}}",
                "{'oauth': {'identityProviders': [{'type': 'Google', 'google': {'clientSecret': {'name': 'x'}}}]}}",
                "{'oauth': {'identityProviders': [{'type': 'HTPasswd', 'htpasswd': {'fileData': {'name': 'x'}}}]}}",
                "{'oauth': {'identityProviders': [{'type': 'Keystone', 'keystone': {'tlsClientCert': {'name': 'x'}}}]}}",
                "{'oauth': {'identityProviders': [{'type': 'Keystone', 'keystone': {'tlsClientKey': {'name': 'x'}}}]}}",
                "{'oauth': {'identityProviders': [{'type': 'LDAP', 'ldap': {'bindPassword': {'name': 'x'}}}]}}",
                "{'oauth': {'identityProviders': [{'type': 'OpenID', 'openID': {'clientSecret': {'name': 'x'}}}]}}"
            })
    void secrets_that_a_control_plane_needs(String configuration) {
        assertThat(ReferencedObjects.secrets(json(configuration))).containsExactly("x");
        assertThat(ReferencedObjects.configMaps(json(configuration))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'apiServer': {'clientCA': {'name': 'x'}}}",
                "{'authentication': {'oauthMetadata': {'name': 'x'}}}",
                "{'authentication': {'oidcProviders': [{'issuer': {'issuerCertificateAuthority': {'name': 'x'}}}]}}",
                "{'image': {'additionalTrustedCA': {'name': 'x'}}}",
                "{'proxy': {'trustedCA': {'name': 'x'}}}",
                "{'scheduler': {'policy': {'name': 'x'}}}",
                "{'oauth': {'identityProviders': [{'type': 'BasicAuth', 'basicAuth': {'ca': {'name': 'x'}}}]}}",
                "{'oauth': {'identityProviders': [{'type': 'GitHub', 'github': {'ca': {'name': 'x'}}}]}}",
                "{'oauth': {'identityProviders': [{'type': 'GitLab', 'gitlab': {'ca': {'name': 'x'}}}]}}",
                "{'oauth': {'identityProviders': [{'type': 'Keystone', 'keystone': {'ca': {'name': 'x'}}}]}}",
                "{'oauth': {'identityProviders': [{'type': 'LDAP', 'ldap': {'ca': {'name': 'x'}}}]}}",
                "{'oauth': {'identityProviders': [{'type': 'OpenID', 'openID': {'ca': {'name': 'x'}}}]}}",
                "{'oauth': {'identityProviders': [{'type': 'RequestHeader', 'requestHeader': {'ca': {'name': 'x'}}}]}}"
            })
    void config_maps_that_a_control_plane_needs(String configuration) {
        assertThat(ReferencedObjects.configMaps(json(configuration))).containsExactly("x");
        assertThat(ReferencedObjects.secrets(json(configuration))).isEmpty();
    }

    @Test
    void a_reference_without_a_name_is_none() {
        JsonObject configuration = json("{'apiServer': {'clientCA': {'name': ''}}, 'proxy': {'trustedCA': {}}}");

        assertThat(ReferencedObjects.configMaps(configuration)).isEmpty();
    }
}
