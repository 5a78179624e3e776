package dev.hcp.client.dump;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
    private static final String SECRET = "canary0123456789";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----BEGIN EC PRIVATE KEY-----\ncanary0123456789\n-----END EC PRIVATE KEY-----",
                "-----BEGIN OPENSSH PRIVATE KEY-----\ncanary0123456789",
                "{\"auths\":{\"quay.io\":{\"auth\":\"canary0123456789\"}}}",
                "users:\n- name: admin\n  user:\n    token: canary0123456789\n    client-key-data: canary0123456789\n",
                "user: me\npassword: \"canary0123456789\"\n",
                "[default]\naws_access_key_id = AKIA\naws_secret_access_key = canary0123456789\n",
                "DB_PASSWORD=canary0123456789 ./start",
                "I0101 started with --bind=:80 --bootstrap-token=canary0123456789",
                "GET https://assisted.example.com/boot?arch=x86_64&image_token=canary0123456789&x=1",
                "proxy is http://me:canary0123456789@proxy.example.com:3128",
                "> Authorization: Bearer canary0123456789",
                "{\"passwd\":{\"users\":[{\"name\":\"core\",\"passwordHash\":\"$6$canary0123456789\"}]}}",
                "oauth token sha256~canary0123456789canary0123456789 expired"
            })
    void secrets_in_texts_are_removed_plain_or_encoded(String text) {
        String encoded = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));

        assertThat(Redaction.of(text)).doesNotContain(SECRET).contains("[removed]");
        assertThat(Redaction.of("before " + encoded + " after")).isEqualTo("before [removed] after");
        assertThat(Redaction.of("source: data:text/plain;charset=utf-8;base64," + encoded))
                .isEqualTo("source: data:text/plain;charset=utf-8;base64,[removed]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\":\"ConfigMap\",\"data\":{\"db-password\":\"canary0123456789\"}}",
                "{\"kind\":\"ConfigMap\",\"data\":{\".dockerconfigjson\":\"canary0123456789\"}}",
                "{\"kind\":\"Pod\",\"spec\":{\"containers\":[{\"env\":[{\"name\":\"API_TOKEN\",\"value\":\"canary0123456789\"}]}]}}",
                "{\"kind\":\"Pod\",\"spec\":{\"containers\":[{\"args\":[\"--client-secret\",\"canary0123456789\"]}]}}",
                "{\"kind\":\"Pod\",\"spec\":{\"containers\":[{\"command\":[\"sh\",\"-c\",\"run --password=canary0123456789\"]}]}}",
                "{\"kind\":\"Pod\",\"metadata\":{\"annotations\":{\"example.com/token\":\"canary0123456789\"}}}",
                "{\"kind\":\"InfraEnv\",\"spec\":{\"ignitionConfigOverride\":\"canary0123456789\"}}",
                "{\"kind\":\"Agent\",\"spec\":{\"ignitionEndpointHTTPHeaders\":{\"Authorization\":\"canary0123456789\"}}}",
                "{\"kind\":\"VirtualMachine\",\"spec\":{\"volumes\":[{\"cloudInitNoCloud\":{\"userDataBase64\":\"canary0123456789\"}}]}}",
                "{\"kind\":\"OAuthClient\",\"secret\":\"canary0123456789\",\"additionalSecrets\":[\"canary0123456789\"]}",
                "{\"kind\":\"HostedCluster\",\"spec\":{\"configuration\":{\"proxy\":{\"httpProxy\":\"http://u:canary0123456789@p\"}}}}",
                "{\"kind\":\"Route\",\"spec\":{\"tls\":{\"key\":\"-----BEGIN PRIVATE KEY-----canary0123456789\"}}}"
            })
    void secrets_in_objects_are_removed(String object) {
        assertThat(Json.write(Redaction.of(Json.parseObject(object))))
                .doesNotContain(SECRET)
                .contains("[removed]");
    }

    @Test
    void what_only_names_a_secret_stays() {
        String certificate =
                "-----BEGIN CERTIFICATE-----\nMIIBszCCAVmgAwIBAgIUEXAMPLEEXAMPLEEXAMPLE\n-----END CERTIFICATE-----";
        JsonObject object = Json.parseObject("""
                {"metadata": {"name": "demo-pull-secret", "uid": "0c9d3c1a-7d1c-4a63-8b4d-2f7a54dbe111"},
                 "spec": {"image": "quay.io/a/b@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
                  "pullSecret": {"name": "demo-pull-secret"},
                  "volumes": [{"name": "token", "secret": {"secretName": "token"}}],
                  "args": ["--service-account-private-key-file=/keys/sa.key", "--authentication-token-webhook=true"],
                  "env": [{"name": "PASSWORD", "valueFrom": {"secretKeyRef": {"key": "password", "name": "db"}}}],
                  "message": "failed to get pull secret: secrets \\"demo\\" not found; no token: Unauthorized",
                  "address": "https://api.example.com:6443/path"},
                 "schema": {"properties": {"password": {"description": "who knows", "type": "string"}}}}
                """)
                .withAt(certificate, "spec", "ca")
                .withAt(
                        Base64.getEncoder().encodeToString(certificate.getBytes(StandardCharsets.UTF_8)),
                        "spec",
                        "caBundle");

        assertThat(Redaction.of(object)).isEqualTo(object);
    }
}
