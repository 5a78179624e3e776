package dev.hcp.simulator.operator;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.platforms.Reachability;
import dev.hcp.reconcilers.Rbac;
import dev.hcp.reconcilers.Reconcilers;
import dev.hcp.reconcilers.operator.HcpOperator;
import dev.hcp.reconcilers.operator.OperatorRole;
import dev.hcp.simulator.Simulator;
import dev.hcp.simulator.TestClusters;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import dev.hcp.simulator.transport.http.HttpApiServer;
import dev.hcp.simulator.transport.http.ServerSettings;
import dev.hcp.simulator.world.ReleasesByTag;
import dev.hcp.simulator.world.Timings;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/**
 * A management cluster without HyperShift, served over HTTPS, where roles decide; and the account of an operator that has
 * the role made from what reconcilers declare, and no other.
 */
final class OperatorScene implements AutoCloseable {
    static final String LEASES = "leases";
    private static final String HYPERSHIFT = "hypershift.openshift.io/v1beta1";
    private static final String RBAC = "rbac.authorization.k8s.io/v1";
    private static final double PACE = 60;

    final Simulator simulator;
    private final HttpApiServer server;

    OperatorScene() {
        server = HttpApiServer.listen(ServerSettings.loopback("test-token"));
        simulator = Simulator.builder()
                .withoutHyperShift()
                .roleBasedAccess()
                .timings(Timings.instant())
                .start();
        simulator.servedAt(server.url(), server.certificateAuthority().orElseThrow());
        server.serve(simulator.served());
        createAccount();
        simulator.pace(PACE);
    }

    @Override
    public void close() {
        server.close();
        simulator.close();
    }

    private void createAccount() {
        create("{'apiVersion':'v1','kind':'Namespace','metadata':{'name':'leases'}}");
        create("{'apiVersion':'v1','kind':'ServiceAccount','metadata':{'name':'operator','namespace':'leases'}}");
        grant(OperatorRole.clusterRules(Reconcilers.all()));
        create(Rbac.role("Role", named(LEASES), OperatorRole.leaseRules()));
        create(Rbac.binding("ClusterRoleBinding", named(""), "ClusterRole", "operator", LEASES, "operator"));
        create(Rbac.binding("RoleBinding", named(LEASES), "Role", "operator", LEASES, "operator"));
    }

    private static JsonObject named(String namespace) {
        JsonObject name = JsonObject.of("name", "operator");
        return namespace.isEmpty() ? name : name.with("namespace", namespace);
    }

    /** Lets the operator do this, cluster-wide, and nothing else. */
    void grant(List<JsonObject> rules) {
        JsonObject role = Rbac.role("ClusterRole", named(""), rules);
        ResourceType roles = simulator.objects().resource(RBAC, "ClusterRole");
        if (simulator.objects().get(roles, "", "operator").isPresent()) {
            simulator
                    .objects()
                    .mergePatch(roles, "", "operator", null, JsonObject.of("rules", role.get("rules")), "test");
        } else {
            create(role);
        }
    }

    private KubernetesClient administrator() {
        return new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(server.kubeconfig()))
                .build();
    }

    /** The operator's client. */
    KubernetesClient client() {
        try (KubernetesClient administrator = administrator()) {
            String token = administrator
                    .serviceAccounts()
                    .inNamespace(LEASES)
                    .withName("operator")
                    .tokenRequest(new TokenRequestBuilder()
                            .withNewSpec()
                            .withExpirationSeconds(Duration.ofDays(1).toSeconds())
                            .endSpec()
                            .build())
                    .getStatus()
                    .getToken();
            return new KubernetesClientBuilder()
                    .withConfig(new ConfigBuilder(Config.empty())
                            .withMasterUrl(server.url())
                            .withCaCertData(administrator.getConfiguration().getCaCertData())
                            .withOauthToken(token)
                            .build())
                    .build();
        }
    }

    HcpOperator.Builder operator(KubernetesClient client) {
        return HcpOperator.builder(client)
                .reachability(Reachability.EVERYTHING)
                .pace(PACE)
                .clock(simulator::now)
                .releases(new ReleasesByTag())
                .keyMaterial(simulator.keyMaterial())
                .managementCluster(simulator.managementCluster())
                .hostedApis((namespace, name) -> Optional.of(simulator.hostedApi(namespace, name)));
    }

    void createCluster() {
        create(TestClusters.namespace());
        create(TestClusters.pullSecret("demo"));
        create(hostedCluster());
        create(TestClusters.nodePool("demo", "4.17.0", 2));
    }

    static JsonObject hostedCluster() {
        return TestClusters.hostedCluster("demo", "4.17.0")
                .withAt("SingleReplica", "spec", "controllerAvailabilityPolicy")
                .withoutAt("spec", "infraID");
    }

    /** Creates what JSON with single quotes says. */
    void create(String json) {
        create(Json.parseObject(json.replace('\'', '"')));
    }

    void create(JsonObject object) {
        simulator.objects().create(type(object), object, "test");
    }

    private ResourceType type(JsonObject object) {
        return simulator
                .objects()
                .resource(String.valueOf(object.text("apiVersion")), String.valueOf(object.text("kind")));
    }

    void delete(String kind) {
        simulator
                .objects()
                .delete(resource(kind), "clusters", "demo", new Objects.Deletion("Background", null, null, null));
    }

    void patch(String kind, String... pathAndText) {
        int last = pathAndText.length - 1;
        JsonObject patch = JsonObject.EMPTY.withAt(pathAndText[last], Arrays.copyOf(pathAndText, last));
        simulator.objects().mergePatch(resource(kind), "clusters", "demo", null, patch, "test");
    }

    Optional<JsonObject> find(String kind, String namespace) {
        return simulator.objects().get(resource(kind), namespace, "demo");
    }

    void await(String kind, Predicate<JsonObject> condition) {
        await(kind, "clusters", condition);
    }

    void await(String kind, String namespace, Predicate<JsonObject> condition) {
        await(kind, namespace, kind.equals("Lease") ? "hcp-operator" : "demo", condition);
    }

    void await(String kind, String namespace, String name, Predicate<JsonObject> condition) {
        until(() -> simulator
                .objects()
                .get(resource(kind), namespace, name)
                .filter(condition)
                .isPresent());
    }

    static void until(Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(20))
                .until(condition);
    }

    private ResourceType resource(String kind) {
        return simulator.objects().resource(kind.equals("Lease") ? "coordination.k8s.io/v1" : HYPERSHIFT, kind);
    }

    static boolean completed(JsonObject cluster, String version) {
        JsonArray history = cluster.array("status", "version", "history");
        return !history.isEmpty()
                && history.get(0) instanceof JsonObject newest
                && "Completed".equals(newest.text("state"))
                && version.equals(newest.text("version"));
    }
}
