package dev.hcp.simulator.behaviour;

import static dev.hcp.simulator.behaviour.SmallRecording.ofCluster;
import static dev.hcp.simulator.behaviour.SmallRecording.parse;
import static dev.hcp.simulator.behaviour.SmallRecording.services;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hcp.api.HcpException;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingPlayerTest {
    private static final String HYPERSHIFT = "hypershift.openshift.io";
    private static final String CLUSTER = HYPERSHIFT + "/HostedCluster/clusters/demo";
    private static final String CONTROL_PLANE = HYPERSHIFT + "/HostedControlPlane/clusters-demo/demo";
    private static final String AWS = "{'type':'AWS','aws':{'region':'us-east-1','endpointAccess':'Public','rolesRef':"
            + "{'controlPlaneOperatorARN':'a','imageRegistryARN':'b','ingressARN':'c','kubeCloudControllerARN':'d',"
            + "'networkARN':'e','nodePoolManagementARN':'f','storageARN':'g'}}}";

    private static String status(JsonObject object, String type) {
        for (Object item : object.array("status", "conditions")) {
            if (item instanceof JsonObject condition && type.equals(condition.text("type"))) {
                return String.valueOf(condition.text("status"));
            }
        }
        return "";
    }

    @Test
    void a_cluster_on_agents_gets_its_infrastructure_with_the_ignition_host_and_goes_step_by_step() {
        SmallRecording played = ofCluster(
                        "{'type':'Agent','agent':{'agentNamespace':'agents'}}",
                        spec -> spec.with("services", services("NodePort", "NodePort", "NodePort", "NodePort")))
                .patch(
                        "",
                        "Service",
                        "clusters-demo",
                        "ignition-server-proxy",
                        "",
                        "{'spec':{'ports':[{'port':443,'nodePort':30500}]}}")
                .step("{'delete':{'Group':'hypershift.openshift.io','Kind':'HostedCluster','Namespace':'clusters',"
                        + "'Name':'demo'},'reconcile':6}")
                .play();

        String infrastructure = "capi-provider.agent-install.openshift.io/AgentCluster/clusters-demo/demo";
        assertThat(played.objects(1)).doesNotContain(infrastructure);
        assertThat(played.shown(2, infrastructure).text("spec", "ignitionEndpoint", "url"))
                .isEqualTo("https://203.0.113.7:30500/ignition");
        assertThat(played.shown(2, CONTROL_PLANE).text("spec", "platform", "type"))
                .isEqualTo("None");
        assertThat(played.objects(3)).doesNotContain(CLUSTER, CONTROL_PLANE);
    }

    @Test
    void an_aws_cluster_is_shown_with_the_fields_that_go_writes_without_a_value() {
        SmallRecording played = ofCluster(AWS, spec -> spec).play();

        JsonObject infrastructure = played.shown(1, "infrastructure.cluster.x-k8s.io/AWSCluster/clusters-demo/demo");
        assertThat(infrastructure.object("spec", "bastion")).isEqualTo(parse("{'enabled':false}"));
        assertThat(infrastructure.object("status"))
                .isEqualTo(parse("{'networkStatus':{'apiServerElb':{'attributes':{}},"
                        + "'secondaryAPIServerELB':{'attributes':{}}},'ready':true}"));
        assertThat(played.shown(1, "/Secret/clusters-demo/ebs-cloud-credentials")
                        .array("data"))
                .containsExactly("credentials");
    }

    @Test
    void endpoint_services_that_a_step_creates_are_shown_and_looked_at() {
        SmallRecording played = ofCluster(AWS, spec -> spec)
                .step(
                        "{'create':[{'apiVersion':'hypershift.openshift.io/v1beta1','kind':'AWSEndpointService','metadata':"
                                + "{'name':'router','namespace':'clusters-demo'},'status':{'conditions':[{'type':"
                                + "'AWSEndpointAvailable','status':'True'}]}}],'reconcile':2}")
                .play();

        assertThat(status(played.shown(2, CLUSTER), "AWSEndpointAvailable")).isEqualTo("True");
        assertThat(played.shown(2, HYPERSHIFT + "/AWSEndpointService/clusters-demo/router"))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"AWS, False", "Azure, False", "IBMCloud, True", "OpenStack, False", "None, True", "Mainframe, False"})
    void every_platform_shows_a_status_and_can_be_deleted(String type, String valid) {
        SmallRecording played = ofCluster("{'type':'" + type + "'}", spec -> spec)
                .step("{'delete':{'Group':'hypershift.openshift.io','Kind':'HostedCluster','Namespace':'clusters',"
                        + "'Name':'demo'},'reconcile':6}")
                .play();

        JsonObject cluster = played.shown(1, CLUSTER);
        String supported = status(cluster, "SupportedHostedCluster");
        assertThat(supported.equals("True") ? status(cluster, "ValidConfiguration") : supported)
                .isEqualTo(valid);
        assertThat(played.errors(1)).containsOnly("");
        assertThat(played.objects(2)).doesNotContain(CLUSTER);
    }

    @Test
    void an_unmanaged_etcd_without_its_description_is_reported() {
        SmallRecording played = ofCluster(
                        "{'type':'None'}", spec -> spec.with("etcd", parse("{'managementType':'Unmanaged'}")))
                .play();

        assertThat(status(played.shown(1, CLUSTER), "UnmanagedEtcdAvailable")).isEqualTo("False");
    }

    @ParameterizedTest
    @CsvSource({
        "KubeVirt, LoadBalancer, Route, Route, Route",
        "KubeVirt, Route, Route, Route, Route",
        "KubeVirt, NodePort, NodePort, NodePort, NodePort",
        "None, LoadBalancer, NodePort, LoadBalancer, Route",
        "IBMCloud, NodePort, NodePort, NodePort, NodePort",
    })
    void a_control_plane_is_published_whatever_the_strategy(
            String platform, String apiServer, String login, String konnectivity, String ignition) {
        JsonObject spec = parse("{'clusterID':'d6d42268-7dff-4d37-92cf-691bd2d42f41','infraID':'demo-x1','issuerURL':"
                        + "'https://kubernetes.default.svc','dns':{'baseDomain':'example.com'},"
                        + "'controllerAvailabilityPolicy':'HighlyAvailable','etcd':{'managementType':'Managed','managed':"
                        + "{'storage':{'type':'PersistentVolume','persistentVolume':{'size':'8Gi'}}}},'networking':"
                        + "{'clusterNetwork':[{'cidr':'10.132.0.0/14'}],'networkType':'OVNKubernetes','serviceNetwork':"
                        + "[{'cidr':'172.31.0.0/16'}]},'pullSecret':{'name':'pull-secret'},'releaseImage':"
                        + "'quay.io/ocp:4.16.0','sshKey':{}}")
                .with("platform", JsonObject.of("type", platform))
                .with("services", services(apiServer, login, konnectivity, ignition));
        SmallRecording played = SmallRecording.of("HostedControlPlane", "clusters-demo")
                .step(JsonObject.of(
                        "create",
                        JsonArray.of(
                                parse("{'apiVersion':'v1','kind':'Secret','metadata':{'name':'pull-secret','namespace':"
                                        + "'clusters-demo'},'data':{'.dockerconfigjson':'e30='}}"),
                                parse("{'apiVersion':'hypershift.openshift.io/v1beta1','kind':'HostedControlPlane',"
                                                + "'metadata':{'name':'demo','namespace':'clusters-demo','annotations':"
                                                + "{'hypershift.openshift.io/cluster':'clusters/demo'},'labels':"
                                                + "{'cluster.x-k8s.io/cluster-name':'demo-x1'}}}")
                                        .with("spec", spec)),
                        "reconcile",
                        3))
                .step("{'loadBalancerAddress':'lb.example.com','admitRoutes':true,'reconcile':3}")
                .step("{'ready':['etcd'],'reconcile':3}")
                .step("{'ready':['kube-apiserver'],'reconcile':3}")
                .step("{'ready':['*'],'reconcile':4}")
                .play();

        assertThat(status(played.shown(2, CONTROL_PLANE), "InfrastructureReady"))
                .isEqualTo("True");
        assertThat(status(played.shown(5, CONTROL_PLANE), "KubeAPIServerAvailable"))
                .isEqualTo("True");
        assertThat(played.errors(5)).containsOnly("");
    }

    @Test
    void an_object_that_waits_for_its_finalizers_goes_when_a_patch_takes_them() {
        SmallRecording played = ofCluster("{'type':'None'}", spec -> spec)
                .step(
                        "{'create':[{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'held','namespace':'clusters',"
                                + "'finalizers':['held']}}],'delete':{'Group':'','Kind':'ConfigMap','Namespace':'clusters',"
                                + "'Name':'held'},'reconcile':1}")
                .patch("", "ConfigMap", "clusters", "held", "", "{'metadata':{'finalizers':null}}")
                .play();

        assertThat(played.objects(2)).contains("/ConfigMap/clusters/held");
        assertThat(played.objects(3)).doesNotContain("/ConfigMap/clusters/held");
    }

    @Test
    void a_patch_of_the_status_leaves_the_rest_alone() {
        SmallRecording played = ofCluster("{'type':'None'}", spec -> spec)
                .patch(
                        HYPERSHIFT,
                        "HostedControlPlane",
                        "clusters-demo",
                        "demo",
                        "status",
                        "{'spec':{'channel':'x'},'status':{'version':'4.16.0'}}")
                .play();

        assertThat(played.shown(2, CONTROL_PLANE).text("spec", "channel")).isNull();
        assertThat(played.shown(2, CONTROL_PLANE).text("status", "version")).isEqualTo("4.16.0");
    }

    @Test
    void a_patch_of_what_our_reconciler_did_not_make_is_passed_over() {
        SmallRecording played = ofCluster("{'type':'None'}", spec -> spec)
                .patch("route.openshift.io", "Route", "clusters-demo", "nowhere", "", "{'spec':{'host':'x'}}")
                .play();

        assertThat(played.errors(2)).hasSize(3);
    }

    @Test
    void kinds_that_a_recording_shows_are_shown() {
        SmallRecording recording = ofCluster("{'type':'None'}", spec -> spec);
        JsonObject content = recording.content();
        JsonArray steps = JsonArray.of(
                content.array("steps").object(0).withAt(JsonObject.EMPTY, "dump", "/Namespace//clusters-demo"));

        JsonObject played = RecordingPlayer.play(new Recording(content.with("steps", steps)));

        assertThat(played.array("steps").object(0).object("dump").keySet()).contains("/Namespace//clusters-demo");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"not json", "[]", "{}", "{\"controller\":\"Nobody\",\"namespace\":\"n\",\"cluster\":\"c\"}"})
    void what_is_no_recording_is_refused(String text, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("recording.json"), text);

        assertThatThrownBy(() -> RecordingPlayer.play(file)).isInstanceOf(HcpException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'create':['x']}",
                "{'create':[{'metadata':{'name':'x'}}]}",
                "{'patch':{'Body':{}}}",
                "{'delete':{'Kind':'Secret'}}"
            })
    void a_step_that_cannot_be_done_is_named(String step) {
        SmallRecording recording = ofCluster("{'type':'None'}", spec -> spec).step(step);

        assertThatThrownBy(recording::play).isInstanceOf(HcpException.class).hasMessageStartingWith("step 2");
    }
}
