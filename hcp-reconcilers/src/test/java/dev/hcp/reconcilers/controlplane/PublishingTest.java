package dev.hcp.reconcilers.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.openshift.Route;
import dev.hcp.reconcilers.HostedClusterFixture;
import dev.hcp.reconcilers.Plan;
import io.fabric8.kubernetes.api.model.Service;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which services and routes a control plane has, by platform and publishing strategy, and where it is reached then. */
class PublishingTest {
    private static final String[] PUBLISHED = {
        "kube-apiserver",
        "kube-apiserverlb",
        "kube-apiserver-private",
        "router",
        "private-router",
        "konnectivity-server",
        "oauth-openshift"
    };

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            None | LoadBalancer | kube-apiserver LoadBalancer 6443 | kube-apiserver.lb.example.com:6443
            None | LoadBalancer:api.example.com | kube-apiserver LoadBalancer 6443 | api.example.com:6443
            None | NodePort:30100 | kube-apiserver NodePort 6443 | 203.0.113.7:30100
            KubeVirt | Route:api.example.com | kube-apiserver ClusterIP 6443, router LoadBalancer 443 | api.example.com:443
            Azure | LoadBalancer | kube-apiserver ClusterIP 6443, kube-apiserverlb LoadBalancer 7443 | kube-apiserverlb.lb.example.com:7443
            IBMCloud | LoadBalancer | kube-apiserver LoadBalancer 2040 | kube-apiserver.lb.example.com:2040
            AWS:Public | LoadBalancer | kube-apiserver LoadBalancer 6443 | kube-apiserver.lb.example.com:6443
            AWS:PublicAndPrivate | LoadBalancer | kube-apiserver LoadBalancer 6443, kube-apiserver-private LoadBalancer 6443, private-router LoadBalancer 443 | kube-apiserver.lb.example.com:6443
            AWS:PublicAndPrivate | Route:api.example.com | kube-apiserver ClusterIP 6443, router LoadBalancer 443, private-router LoadBalancer 443 | api.example.com:443
            AWS:Private | LoadBalancer | kube-apiserver ClusterIP 6443, kube-apiserver-private LoadBalancer 6443, private-router LoadBalancer 443 | kube-apiserver-private.lb.example.com:6443
            AWS:Private | Route | kube-apiserver ClusterIP 6443, private-router LoadBalancer 443 | private-router.lb.example.com:443
            """)
    void the_api_server_is_reached(String platform, String strategy, String services, String endpoint) {
        PublishedControlPlane published = PublishedControlPlane.on(
                        platform, Map.of("APIServer", strategy, "OAuthServer", "Route", "Konnectivity", "Route"))
                .provisioned();

        List<String> expected = new java.util.ArrayList<>(List.of(services.split(", ")));
        String inside = platform.equals("IBMCloud") ? "NodePort" : "ClusterIP";
        expected.add("konnectivity-server " + inside + " 8091");
        expected.add("oauth-openshift " + inside + " 6443");
        assertThat(published.services(PUBLISHED)).containsExactlyElementsOf(expected);
        assertThat(published.endpoint()).isEqualTo(endpoint);
    }

    @ParameterizedTest(name = "{0}: {1}, {2}, {3}")
    @CsvSource(delimiter = '|', textBlock = """
            None | LoadBalancer | Route | Route | konnectivity-server=konnectivity-server.apps.example.com, oauth=oauth.apps.example.com
            None | NodePort:30100 | Route:login.example.com | NodePort:30200 | oauth=login.example.com
            None | NodePort:30100 | NodePort:30300 | LoadBalancer |
            KubeVirt | Route:api.example.com | Route:login.example.com | Route:tunnel.example.com | konnectivity-server=tunnel.example.com, kube-apiserver=api.example.com, kube-apiserver-internal=api.demo.hypershift.local, oauth=login.example.com
            AWS:PublicAndPrivate | LoadBalancer | Route | Route | konnectivity-server=konnectivity-server.apps.demo.hypershift.local, oauth=oauth.apps.example.com, oauth-internal=oauth-openshift.apps.demo.hypershift.local
            AWS:Private | Route:api.example.com | Route:login.example.com | Route | konnectivity-server=konnectivity-server.apps.demo.hypershift.local, kube-apiserver-internal=api.demo.hypershift.local, kube-apiserver-private=api.example.com, oauth-internal=oauth-openshift.apps.demo.hypershift.local, oauth-private=login.example.com
            AWS:Private | LoadBalancer | Route | Route | konnectivity-server=konnectivity-server.apps.demo.hypershift.local, oauth-internal=oauth-openshift.apps.demo.hypershift.local
            """)
    void routes_lead_there(String platform, String api, String oauth, String konnectivity, String routes) {
        PublishedControlPlane published = PublishedControlPlane.on(
                        platform, Map.of("APIServer", api, "OAuthServer", oauth, "Konnectivity", konnectivity))
                .provisioned();

        String found = String.join(
                ", ",
                published.routes().entrySet().stream()
                        .filter(route -> !route.getKey().equals("ignition-server"))
                        .map(route -> route.getKey() + "=" + route.getValue())
                        .toList());
        assertThat(found).isEqualTo(routes == null ? "" : routes);
        assertThat(HostedClusterFixture.condition(published.object(), "InfrastructureReady"))
                .isEqualTo("True AsExpected All is well");
    }

    /** The product documentation's table 3.3: where a host name of the user's is valid, and thus has an effect. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(textBlock = """
            APIServer,    Public, true
            OAuthServer,  Public, true
            Konnectivity, Public, true
            APIServer,    PublicAndPrivate, true
            OAuthServer,  PublicAndPrivate, true
            Konnectivity, PublicAndPrivate, false
            APIServer,    Private, false
            OAuthServer,  Private, false
            Konnectivity, Private, false
            """)
    void a_host_name_names_a_public_route(String service, String access, boolean valid) {
        Map<String, String> strategies = new java.util.LinkedHashMap<>(
                Map.of("APIServer", "LoadBalancer", "OAuthServer", "Route", "Konnectivity", "Route"));
        strategies.put(service, "Route:named.example.com");

        PublishedControlPlane published =
                PublishedControlPlane.on("AWS:" + access, strategies).provisioned();

        boolean named = published.demo.world.trees(Route.class, ControlPlaneFixture.NAMESPACE).stream()
                .filter(route ->
                        !route.object("metadata", "labels").containsKey("hypershift.openshift.io/route-visibility"))
                .anyMatch(route -> "named.example.com".equals(route.text("spec", "host"))
                        && "named.example.com"
                                .equals(route.text(
                                        "metadata", "annotations", "external-dns.alpha.kubernetes.io/hostname")));
        assertThat(named).isEqualTo(valid);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            APIServer | Route | route hostname is required for service APIServer
            APIServer | None | invalid publishing strategy for Kube API server service: None
            APIServer | S3 | invalid publishing strategy for Kube API server service: S3
            OAuthServer | LoadBalancer | invalid publishing strategy for OAuth service: LoadBalancer
            Konnectivity | None | invalid publishing strategy for Konnectivity service: None
            """)
    void what_cannot_be_published_fails_the_pass_but_is_reported_first(
            String service, String strategy, String problem) {
        Map<String, String> strategies = new java.util.LinkedHashMap<>(
                Map.of("APIServer", "LoadBalancer", "OAuthServer", "Route", "Konnectivity", "Route"));
        strategies.put(service, strategy);
        PublishedControlPlane published = PublishedControlPlane.on("None", strategies);

        assertThat(published.demo.pass().flatMap(Plan::failure))
                .hasValueSatisfying(failure -> assertThat(failure).endsWith(problem));
        assertThat(HostedClusterFixture.condition(published.object(), "ReconciliationActive"))
                .startsWith("True AsExpected");
    }

    @Test
    void annotations_and_ranges_shape_the_load_balancers_of_a_private_and_public_cluster() {
        PublishedControlPlane published = PublishedControlPlane.on(
                "AWS:PublicAndPrivate",
                Map.of("APIServer", "LoadBalancer:api.example.com", "OAuthServer", "Route", "Konnectivity", "Route"));
        published.demo.annotate("hypershift.openshift.io/aws-load-balancer-subnets", "subnet-1,subnet-2");
        published.demo.specify(JsonObject.of(
                "networking",
                JsonObject.of("apiServer", JsonObject.of("allowedCIDRBlocks", JsonArray.of("192.0.2.0/24")))));
        published.provisioned();

        JsonObject outside = published.demo.existing(Service.class, "kube-apiserver");
        assertThat(outside.object("metadata", "annotations"))
                .isEqualTo(JsonObject.of(
                        "external-dns.alpha.kubernetes.io/hostname",
                        "api.example.com",
                        "service.beta.kubernetes.io/aws-load-balancer-subnets",
                        "subnet-1,subnet-2",
                        "service.beta.kubernetes.io/aws-load-balancer-type",
                        "nlb"));
        assertThat(outside.array("spec", "loadBalancerSourceRanges")).containsExactly("192.0.2.0/24");
        assertThat(published
                        .demo
                        .existing(Service.class, "kube-apiserver-private")
                        .text("metadata", "annotations", "service.beta.kubernetes.io/aws-load-balancer-internal"))
                .isEqualTo("true");
    }

    @Test
    void a_node_port_is_asked_for_once_and_then_stays() {
        PublishedControlPlane published = PublishedControlPlane.on(
                "None", Map.of("APIServer", "NodePort:30100", "OAuthServer", "NodePort", "Konnectivity", "NodePort"));
        published.demo.pass();
        JsonObject service = published.demo.existing(Service.class, "kube-apiserver");
        assertThat(service.array("spec", "ports").object(0).integer(0, "nodePort"))
                .isEqualTo(30100);

        JsonObject port = service.array("spec", "ports").object(0).with("nodePort", 31000);
        published.patch(Service.class, service, JsonObject.of("spec", JsonObject.of("ports", JsonArray.of(port))));
        published.provisioned();

        assertThat(published.endpoint()).isEqualTo("203.0.113.7:31000");
    }

    @Test
    void routes_of_its_own_router_are_labelled_and_admitted_by_the_control_plane() {
        PublishedControlPlane published = PublishedControlPlane.on(
                        "AWS:PublicAndPrivate",
                        Map.of("APIServer", "Route:api.example.com", "OAuthServer", "Route", "Konnectivity", "Route"))
                .provisioned();
        published.demo.settle();

        assertThat(admission(published, "kube-apiserver")).isEqualTo("router router.lb.example.com");
        assertThat(admission(published, "kube-apiserver-internal")).isEqualTo("router private-router.lb.example.com");
        assertThat(published
                        .demo
                        .existing(Route.class, "kube-apiserver-internal")
                        .object("metadata", "labels"))
                .isEqualTo(JsonObject.of(
                        "hypershift.openshift.io/hosted-control-plane",
                        "clusters-demo",
                        "hypershift.openshift.io/internal-route",
                        "true"));
    }

    private static String admission(PublishedControlPlane published, String route) {
        JsonObject ingress = published
                .demo
                .existing(Route.class, route)
                .array("status", "ingress")
                .object(0);
        return ingress.text("routerName") + " " + ingress.text("routerCanonicalHostname");
    }

    @Test
    void routes_that_no_longer_apply_are_removed() {
        PublishedControlPlane published = PublishedControlPlane.on(
                        "AWS:Private",
                        Map.of(
                                "APIServer",
                                "Route:api.example.com",
                                "OAuthServer",
                                "Route:login.example.com",
                                "Konnectivity",
                                "Route"))
                .provisioned();

        published.demo.specify(
                JsonObject.of("platform", JsonObject.of("aws", JsonObject.of("endpointAccess", "PublicAndPrivate"))));
        published.provisioned();

        assertThat(published.routes())
                .containsKeys("kube-apiserver", "oauth")
                .doesNotContainKeys("kube-apiserver-private", "oauth-private");
    }
}
