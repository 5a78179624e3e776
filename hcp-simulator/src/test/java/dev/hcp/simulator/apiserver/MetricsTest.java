package dev.hcp.simulator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What monitoring asks. */
class MetricsTest {
    private final TestServer server = new TestServer();

    @Test
    void requests_and_objects_are_counted() {
        server.post("/api/v1/namespaces/default/configmaps", TestServer.configMap("a"));
        server.post("/api/v1/namespaces/default/configmaps", TestServer.configMap("a"));
        server.get("/api/v1/configmaps");
        assertThat(server.get("/metrics").text())
                .contains(
                        "# TYPE apiserver_request_total counter\n",
                        series("201", "resource", "POST") + " 1\n",
                        series("409", "resource", "POST") + " 1\n",
                        series("200", "cluster", "LIST") + " 1\n",
                        "apiserver_storage_objects{resource=\"configmaps\"} 2\n",
                        "apiserver_storage_objects{resource=\"deployments.apps\"} 0\n");
    }

    private static String series(String code, String scope, String verb) {
        return "apiserver_request_total{code=\"" + code + "\",component=\"apiserver\",dry_run=\"\",group=\"\","
                + "resource=\"configmaps\",scope=\"" + scope + "\",subresource=\"\",verb=\"" + verb
                + "\",version=\"v1\"}";
    }

    @Test
    void what_clients_make_up_is_not_counted() {
        server.get("/api/v1/namespaces/default/unicorns");
        server.get("/api/v1/namespaces/default/pods/p/unicorns");
        server.send("BREW", "/api/v1/pods", null);
        assertThat(server.get("/metrics").text()).doesNotContain("unicorns", "BREW");
    }
}
