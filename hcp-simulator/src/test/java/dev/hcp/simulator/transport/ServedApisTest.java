package dev.hcp.simulator.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.simulator.apiserver.ApiHandler;
import dev.hcp.simulator.apiserver.ApiRequest;
import dev.hcp.simulator.apiserver.ApiResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServedApisTest {
    private final ServedApis apis = new ServedApis(echo("management"), new GuestApis() {
        @Override
        public Optional<ApiHandler> find(String namespace, String name) {
            return namespace.equals("clusters") && name.equals("demo") ? Optional.of(echo("demo")) : Optional.empty();
        }

        @Override
        public boolean accepts(String namespace, String name, String token) {
            return token.equals("token of " + name);
        }
    });

    @Test
    void paths_outside_guests_belong_to_the_management_cluster() {
        assertThat(ask("/api/v1/namespaces")).isEqualTo("management /api/v1/namespaces");
        assertThat(ask("/")).isEqualTo("management /");
        assertThat(apis.destination("/guestsandmore/a/b").isManagement()).isTrue();
    }

    @Test
    void a_guest_sees_paths_without_its_prefix() {
        assertThat(ask("/guests/clusters/demo/api/v1/nodes")).isEqualTo("demo /api/v1/nodes");
        assertThat(ask("/guests/clusters/demo")).isEqualTo("demo /");
        assertThat(ask("/guests/clusters/demo/")).isEqualTo("demo /");
    }

    @Test
    void an_unknown_guest_is_not_found() {
        ServedApis.Destination destination = apis.destination("/guests/clusters/other/api");
        ApiResponse response =
                destination.handler().handle(new ApiRequest("GET", "/api", Map.of(), Map.of(), new byte[0]));
        assertThat(response.status()).isEqualTo(404);
    }

    @Test
    void a_guest_knows_its_own_token_and_the_management_cluster_none() {
        assertThat(apis.destination("/guests/clusters/demo/api").guestAccepts("token of demo"))
                .isTrue();
        assertThat(apis.destination("/guests/clusters/demo/api").guestAccepts("token of other"))
                .isFalse();
        assertThat(apis.destination("/api").guestAccepts("token of demo")).isFalse();
    }

    @Test
    void query_parameters_are_decoded_and_keep_their_order() {
        assertThat(QueryParameters.parse("labelSelector=a%3Db%2Cc+in+%28d%29&watch&x=1&x=2&bad=%zz"))
                .containsExactly(
                        Map.entry("labelSelector", List.of("a=b,c in (d)")),
                        Map.entry("watch", List.of("")),
                        Map.entry("x", List.of("1", "2")),
                        Map.entry("bad", List.of("%zz")));
        assertThat(QueryParameters.parse(null)).isEmpty();
    }

    private String ask(String path) {
        ServedApis.Destination destination = apis.destination(path);
        ApiRequest request = new ApiRequest("GET", destination.path(), Map.of(), Map.of(), new byte[0]);
        return new String(((ApiResponse.Whole) destination.handler().handle(request)).body(), StandardCharsets.UTF_8);
    }

    private static ApiHandler echo(String server) {
        return request ->
                new ApiResponse.Whole(200, Map.of(), (server + " " + request.path()).getBytes(StandardCharsets.UTF_8));
    }
}
