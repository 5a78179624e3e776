package dev.hcp.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.Simulator;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.faults.Fault;
import dev.hcp.simulator.faults.InjectedFault;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a cluster on KubeVirt takes from its management cluster for its users: volumes, and addresses of services. */
class HostedInfrastructureTest {
    private static final String PLANE = "clusters-demo";

    private final Workers workers = new Workers(Simulator.builder().timings(Timings.instant()));

    @BeforeEach
    void bringUp() {
        workers.create(1, spec -> spec);
    }

    @AfterEach
    void stop() {
        workers.close();
    }

    private void create(String kind, String json) {
        Objects guest = workers.guest();
        guest.create(guest.resource("v1", kind), Json.parseObject(json), "test");
    }

    private void claim() {
        create("PersistentVolumeClaim", """
                {"metadata": {"name": "data", "namespace": "default"},
                 "spec": {"accessModes": ["ReadWriteOnce"], "resources": {"requests": {"storage": "1Gi"}}}}
                """);
    }

    private void service() {
        create("Service", """
                {"metadata": {"name": "web", "namespace": "default"},
                 "spec": {"type": "LoadBalancer", "ports": [{"port": 80}]}}
                """);
    }

    private JsonObject only(String kind) {
        List<JsonObject> found = workers.guest("v1", kind, "default").stream()
                .filter(object -> !Meta.name(object).equals("kubernetes"))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private List<String> events() {
        return workers.guest("v1", "Event", "default").stream()
                .map(event -> event.text("reason") + " of " + event.text("involvedObject", "name"))
                .toList();
    }

    private List<JsonObject> inControlPlane(String apiVersion, String kind) {
        Objects objects = workers.simulator().objects();
        return objects.list(objects.resource(apiVersion, kind), PLANE);
    }

    private List<JsonObject> volumes() {
        return inControlPlane("cdi.kubevirt.io/v1beta1", "DataVolume").stream()
                .filter(volume -> Meta.name(volume).startsWith("pvc-"))
                .toList();
    }

    private List<JsonObject> balancers() {
        return inControlPlane("v1", "Service").stream()
                .filter(service -> service.text("metadata", "labels", "cluster.x-k8s.io/tenant-service-name") != null)
                .toList();
    }

    private void delete(String kind, String name) {
        Objects guest = workers.guest();
        guest.delete(guest.resource("v1", kind), "default", name, Objects.Deletion.BACKGROUND);
    }

    @Test
    void a_claim_is_bound_to_a_volume_that_goes_with_it() {
        claim();
        assertThat(workers.until(
                        () -> "Bound".equals(only("PersistentVolumeClaim").text("status", "phase"))))
                .isTrue();
        String volume = "pvc-" + Meta.uid(only("PersistentVolumeClaim"));
        assertThat(only("PersistentVolumeClaim").text("spec", "volumeName")).isEqualTo(volume);
        assertThat(volumes()).extracting(Meta::name).containsExactly(volume);

        delete("PersistentVolumeClaim", "data");
        workers.settle();
        assertThat(workers.guest("v1", "PersistentVolumeClaim", "default")).isEmpty();
        assertThat(workers.guest("v1", "PersistentVolume", "")).isEmpty();
        assertThat(volumes()).isEmpty();
    }

    @Test
    void a_claim_waits_for_the_storage_driver() {
        InjectedFault fault = workers.simulator()
                .inject(new Fault.ContainersFail(PLANE, "kubevirt-csi-controller-", Fault.ContainerFailure.CRASH, ""));
        workers.after(Duration.ofMinutes(1));
        claim();
        workers.after(Duration.ofMinutes(5));
        assertThat(only("PersistentVolumeClaim").text("status", "phase")).isEqualTo("Pending");
        assertThat(events()).contains("ExternalProvisioning of data");
        assertThat(volumes()).isEmpty();

        fault.mend();
        workers.after(Duration.ofMinutes(10));
        assertThat(only("PersistentVolumeClaim").text("status", "phase")).isEqualTo("Bound");
    }

    @Test
    void a_service_takes_over_the_address_of_its_load_balancer() {
        service();
        assertThat(workers.until(() -> !only("Service")
                        .array("status", "loadBalancer", "ingress")
                        .isEmpty()))
                .isTrue();
        assertThat(balancers()).hasSize(1);
        JsonObject balancer = balancers().get(0);
        assertThat(Meta.name(balancer))
                .isEqualTo(("a" + Meta.uid(only("Service")).replace("-", "")).substring(0, 32));
        assertThat(only("Service").array("status", "loadBalancer", "ingress"))
                .isEqualTo(balancer.array("status", "loadBalancer", "ingress"));
        assertThat(balancer.array("spec", "ports").object(0).get("targetPort"))
                .isEqualTo(only("Service").array("spec", "ports").object(0).get("nodePort"));
        assertThat(events()).contains("EnsuringLoadBalancer of web", "EnsuredLoadBalancer of web");

        delete("Service", "web");
        workers.settle();
        assertThat(balancers()).isEmpty();
    }

    @Test
    void without_an_address_its_manager_gives_up_for_a_while() {
        InjectedFault fault =
                workers.simulator().inject(new Fault.LoadBalancerNotProvisioned(PLANE, "", "quota exceeded"));
        service();
        workers.after(Duration.ofMinutes(6));
        assertThat(events()).contains("SyncLoadBalancerFailed of web");
        fault.mend();
        workers.after(Duration.ofMinutes(1));
        assertThat(only("Service").array("status", "loadBalancer", "ingress")).hasSize(1);
    }

    @Test
    void an_operator_that_is_degraded_fails_the_cluster_version() {
        InjectedFault fault = workers.simulator()
                .inject(new Fault.ClusterOperatorDegraded(PLANE, "dns", "DNSDegraded", "no pods are running"));
        workers.after(Duration.ofMinutes(1));
        Objects guest = workers.guest();
        JsonObject version = guest.get(guest.resource("config.openshift.io/v1", "ClusterVersion"), "", "version")
                .orElseThrow();
        assertThat(Workers.condition(version, "Failing")).isEqualTo("True ClusterOperatorDegraded");
        fault.mend();
        workers.after(Duration.ofMinutes(1));
        version = guest.get(guest.resource("config.openshift.io/v1", "ClusterVersion"), "", "version")
                .orElseThrow();
        assertThat(Workers.condition(version, "Failing")).startsWith("False");
    }
}
