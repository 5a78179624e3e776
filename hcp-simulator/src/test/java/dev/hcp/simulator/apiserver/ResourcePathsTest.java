package dev.hcp.simulator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where paths and methods lead that are not the usual ones. */
class ResourcePathsTest {
    private final TestServer server = new TestServer();

    @BeforeEach
    void aNamespaceAndAKind() {
        server.namespace("demo");
        server.post(
                "/apis/apiextensions.k8s.io/v1/customresourcedefinitions",
                "{\"metadata\":{\"name\":\"things.example.com\"},\"spec\":{\"group\":\"example.com\",\"scope\":\"Namespaced\","
                        + "\"names\":{\"plural\":\"things\",\"kind\":\"Thing\"},\"versions\":[{\"name\":\"v1\",\"served\":true,"
                        + "\"storage\":true,\"subresources\":{\"status\":{}},\"schema\":{\"openAPIV3Schema\":"
                        + "{\"type\":\"object\"}}}]}}");
        server.post(
                "/apis/example.com/v1/namespaces/demo/things",
                "{\"apiVersion\":\"example.com/v1\",\"kind\":\"Thing\",\"metadata\":{\"name\":\"u\"}}");
        server.post("/api/v1/namespaces/demo/configmaps", "{\"metadata\":{\"name\":\"c\"}}");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/nosuch",
        "GET, /api/v1/namespaces/demo/nosuch",
        "GET, /api/v1/namespaces/demo/configmaps/c/nosuch",
        "GET, /apis/apps/v1/nosuch",
        "GET, /api/v1/namespaces/demo/nodes",
        "GET, /api/v1/namespaces/demo/nodes/n",
    })
    void what_a_built_in_group_does_not_have_is_a_status(String method, String path) {
        TestServer.Answer answer = server.send(method, path, null);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.message()).isEqualTo("the server could not find the requested resource");
        assertThat(answer.body().text("reason")).isEqualTo("NotFound");
        assertThat(answer.body().object("details")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /nowhere",
        "GET, /apis/nosuch.example.com/v1/things",
        "GET, /apis/example.com/v9/things",
        "GET, /apis/example.com/v1/nosuch",
        "GET, /apis/example.com/v1/namespaces/demo/nosuch",
        "GET, /apis/example.com/v1/things/u",
        "POST, /apis/example.com/v1/things",
        "DELETE, /apis/example.com/v1/things",
    })
    void elsewhere_it_is_a_text(String method, String path) {
        TestServer.Answer answer = server.send(method, path, method.equals("POST") ? "{}" : null);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text()).isEqualTo("404 page not found\n");
        assertThat(answer.headers().get("X-Content-Type-Options")).containsExactly("nosniff");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/v1/namespaces/demo/configmaps/c",
        "PUT, /api/v1/namespaces/demo/configmaps",
        "PATCH, /api/v1/namespaces/demo/configmaps",
        "POST, /api/v1/configmaps",
        "DELETE, /api/v1/configmaps",
        "OPTIONS, /api/v1/namespaces/demo/configmaps",
        "HEAD, /api/v1/namespaces/demo/configmaps/c",
        "DELETE, /api/v1/namespaces",
        "GET, /apis/authentication.k8s.io/v1/tokenreviews",
    })
    void a_method_that_a_path_does_not_have_is_not_allowed(String method, String path) {
        TestServer.Answer answer = server.send(method, path, method.startsWith("P") ? "{}" : null);
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.message()).isEqualTo("the server does not allow this method on the requested resource");
        assertThat(answer.body().text("reason")).isEqualTo("MethodNotAllowed");
        assertThat(answer.body().object("details")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "GET|/apis/example.com/v1/namespaces/demo/things/u/nosuch|404|things.example.com \"u\" not found",
                "GET|/apis/example.com/v1/namespaces/demo/things/u/scale|404|things.example.com \"u\" not found",
                "PUT|/apis/example.com/v1/namespaces/demo/things|400|name must be provided",
                "PATCH|/apis/example.com/v1/namespaces/demo/things|400|name must be provided",
                "DELETE|/apis/example.com/v1/namespaces/demo/things/u/status|405|"
                        + "delete is not supported on resources of kind \"things.example.com\"",
            })
    void custom_resources_have_their_own_refusals(String method, String path, int status, String message) {
        TestServer.Answer answer = server.send(method, path, method.startsWith("P") ? "{}" : null);
        assertThat(answer.message()).isEqualTo(message);
        assertThat(answer.status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"other, 201", "u, 409"})
    void a_post_to_a_custom_resource_creates_what_the_body_says(String name, int status) {
        assertThat(server.post(
                                "/apis/example.com/v1/namespaces/demo/things/ignored",
                                "{\"apiVersion\":\"example.com/v1\",\"kind\":\"Thing\",\"metadata\":{\"name\":\"" + name
                                        + "\"}}")
                        .status())
                .isEqualTo(status);
    }
}
