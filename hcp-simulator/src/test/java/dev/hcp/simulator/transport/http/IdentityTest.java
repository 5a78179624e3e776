package dev.hcp.simulator.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.ApiServer;
import dev.hcp.simulator.apiserver.ApiServerOptions;
import dev.hcp.simulator.apiserver.Identifiers;
import dev.hcp.simulator.apiserver.access.Security;
import dev.hcp.simulator.apiserver.access.User;
import dev.hcp.simulator.keys.TlsAuthority;
import dev.hcp.simulator.keys.TlsIdentity;
import dev.hcp.simulator.transport.GuestApis;
import dev.hcp.simulator.transport.ServedApis;
import io.fabric8.kubernetes.api.model.authentication.SelfSubjectReviewBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who a client is, over a real socket. */
class IdentityTest {
    private static final String REVIEWS = "/apis/authentication.k8s.io/v1/selfsubjectreviews";

    private final HttpApiServer server = HttpApiServer.listen(ServerSettings.loopback("admin-token"));
    private final ApiServer api = new ApiServer(ApiServerOptions.of(Instant::now, Identifiers.seeded(1))
            .withSecurity(Security.OPEN
                    .withRoles(true)
                    .withTokens(Map.of("alices", User.authenticated("alice", "1001", List.of("dev"), Map.of())))));

    @BeforeEach
    void serve() {
        server.serve(new ServedApis(api, GuestApis.NONE));
    }

    @AfterEach
    void close() {
        server.close();
    }

    private HttpResponse<String> whoAmI(SSLContext tls, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + REVIEWS))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newBuilder()
                .sslContext(tls)
                .build()
                .send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private SSLContext anonymous() {
        return TestTls.trusting(server.certificateAuthority().orElseThrow());
    }

    private static JsonObject user(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        return Json.parseObject(response.body()).object("status", "userInfo");
    }

    @Test
    void a_token_says_who_it_is() throws Exception {
        assertThat(user(whoAmI(anonymous(), "Authorization", "Bearer alices")))
                .isEqualTo(JsonObject.of(
                        "username", "alice", "uid", "1001", "groups", JsonArray.of("dev", "system:authenticated")));
        assertThat(user(whoAmI(anonymous(), "Authorization", "Bearer admin-token"))
                        .text("username"))
                .isEqualTo("system:admin");
    }

    @Test
    void a_certificate_says_who_it_is() throws Exception {
        TlsIdentity bob = server.clientIdentity("bob", List.of("ops", "dev"));
        JsonObject user = user(whoAmI(TestTls.showing(bob)));
        assertThat(user.text("username")).isEqualTo("bob");
        assertThat(user.array("groups")).containsExactlyInAnyOrder("ops", "dev", "system:authenticated");
        assertThat(user.object("extra").array(User.CREDENTIAL).get(0).toString())
                .matches("X509SHA256=[0-9a-f]{64}");
    }

    @Test
    void a_certificate_of_somebody_elses_making_is_refused() throws Exception {
        TlsIdentity forged =
                TlsAuthority.generate(Instant.now().minusSeconds(60)).client("root", List.of("system:masters"));
        SSLContext tls = TestTls.showing(new TlsIdentity(
                server.certificateAuthority().orElseThrow(), forged.certificate(), forged.privateKey()));
        assertThat(whoAmI(tls).statusCode()).isEqualTo(401);
        assertThat(user(whoAmI(tls, "Authorization", "Bearer alices")).text("username"))
                .as("a good token helps")
                .isEqualTo("alice");
    }

    @Test
    void who_shows_nothing_is_anonymous_and_who_shows_nonsense_is_refused() throws Exception {
        HttpResponse<String> nothing = whoAmI(anonymous());
        assertThat(nothing.statusCode()).isEqualTo(403);
        assertThat(nothing.body()).contains("User \\\"system:anonymous\\\" cannot create resource");
        HttpResponse<String> nonsense = whoAmI(anonymous(), "Authorization", "Bearer nonsense");
        assertThat(nonsense.statusCode()).isEqualTo(401);
        assertThat(nonsense.body())
                .isEqualToIgnoringWhitespace("{\"apiVersion\":\"v1\",\"code\":401,\"kind\":\"Status\","
                        + "\"message\":\"Unauthorized\",\"metadata\":{},\"reason\":\"Unauthorized\","
                        + "\"status\":\"Failure\"}");
    }

    @Test
    void fabric8_clients_log_in_with_certificates_and_act_as_others() {
        Config bob = Config.fromKubeconfig(server.kubeconfigFor("bob", List.of("ops")));
        try (KubernetesClient client =
                new KubernetesClientBuilder().withConfig(bob).build()) {
            assertThat(client.resource(new SelfSubjectReviewBuilder()
                                    .withNewMetadata()
                                    .endMetadata()
                                    .build())
                            .create()
                            .getStatus()
                            .getUserInfo()
                            .getUsername())
                    .isEqualTo("bob");
            Assertions.assertThatThrownBy(
                            () -> client.pods().inNamespace("default").list())
                    .isInstanceOfSatisfying(KubernetesClientException.class, refused -> assertThat(refused.getCode())
                            .isEqualTo(403));
        }
        Config masters = Config.fromKubeconfig(server.kubeconfigFor("root", List.of("system:masters")));
        try (KubernetesClient client =
                new KubernetesClientBuilder().withConfig(masters).build()) {
            assertThat(client.pods().inNamespace("default").list().getItems()).isEmpty();
        }
    }
}
