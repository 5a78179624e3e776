package dev.hcp.reconcilers.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.HostedClusterFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The condition ValidIDPConfiguration: identity providers that cannot work, and one that can. */
class IdentityProvidersTest {
    private ControlPlaneFixture demo = ControlPlaneFixture.of(JsonObject.EMPTY);

    private String condition(String type) {
        return HostedClusterFixture.condition(demo.object(), type);
    }

    private void provider(JsonObject provider) {
        demo = ControlPlaneFixture.of(JsonObject.of(
                "configuration",
                JsonObject.of(
                        "oauth",
                        JsonObject.of("identityProviders", JsonArray.of(provider.with("name", "corporate"))))));
    }

    private JsonObject openId(String authority) {
        return JsonObject.of(
                "openID",
                JsonObject.of(
                        "ca",
                        JsonObject.of("name", authority),
                        "clientID",
                        "hcp",
                        "clientSecret",
                        JsonObject.of("name", "client-secret"),
                        "issuer",
                        "https://login.example.com"),
                "type",
                "OpenID");
    }

    private void isInvalid(String problem) {
        demo.settle();
        assertThat(condition("ValidIDPConfiguration"))
                .isEqualTo("False IDPConfigurationError failed to initialize identity providers: "
                        + "failed to apply IDP corporate config: " + problem);
    }

    @Test
    void without_providers() {
        demo.settle();
        assertThat(condition("ValidIDPConfiguration"))
                .isEqualTo("True IDPConfigurationValid Identity provider configuration is valid");
    }

    @Test
    void with_a_provider_that_is_complete() {
        provider(openId(""));
        demo.withSecret("client-secret", "clientSecret", "c2VjcmV0").settle();
        assertThat(condition("ValidIDPConfiguration"))
                .isEqualTo("True IDPConfigurationValid Identity provider configuration is valid");
    }

    @Test
    void not_with_a_type_nobody_knows() {
        provider(JsonObject.of("type", "Kerberos"));
        isInvalid("the identity provider type 'Kerberos' is not supported");
    }

    @ParameterizedTest
    @CsvSource({"BasicAuth", "GitHub", "GitLab", "Google", "HTPasswd", "Keystone", "LDAP", "OpenID", "RequestHeader"})
    void not_with_a_type_without_its_configuration(String type) {
        provider(JsonObject.of("type", type));
        isInvalid("type " + type + " was specified, but its configuration is missing");
    }

    @Test
    void not_with_an_authority_that_is_missing() {
        provider(openId("corporate-ca"));
        isInvalid("configmaps \"corporate-ca\" not found");
    }

    @Test
    void not_with_an_issuer_that_does_not_resolve() {
        provider(openId(""));
        demo.world.lostNames.add("login.example.com");
        isInvalid("Get \"https://login.example.com/.well-known/openid-configuration\": dial tcp: "
                + "lookup login.example.com: no such host");
    }

    @Test
    void not_with_a_client_secret_that_is_missing() {
        provider(openId(""));
        isInvalid("error attempting password grant flow: couldn't get the referenced secret: "
                + "secrets \"client-secret\" not found");
    }
}
