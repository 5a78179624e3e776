package dev.hcp.reconcilers.platforms;

import static dev.hcp.reconcilers.platforms.PlatformFixture.CONTROL_PLANE;
import static dev.hcp.reconcilers.platforms.PlatformFixture.condition;
import static dev.hcp.reconcilers.platforms.PlatformFixture.parse;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.capi.AgentCluster;
import dev.hcp.api.capi.AgentMachineTemplate;
import dev.hcp.api.capi.Cluster;
import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.hypershift.HostedControlPlane;
import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.reconcilers.PlainStore;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import org.junit.jupiter.api.Test;

class AgentClusterTest {
    private static final String AGENTS = "{'type':'Agent','agent':{'agentNamespace':'agents'}}";
    private static final String BINDING = "cluster-api-agent-clusters-demo";

    private final PlatformFixture demo = new PlatformFixture(AGENTS);

    private void agentNamespace() {
        demo.create("{'apiVersion':'v1','kind':'Namespace','metadata':{'name':'agents'}}");
    }

    @Test
    void a_cluster_without_the_namespace_of_its_agents_is_blocked() {
        demo.settle();

        assertThat(condition(demo.cluster(), "ValidConfiguration"))
                .isEqualTo("False InvalidConfiguration failed to get agent namespace: namespaces \"agents\" not found");
        assertThat(demo.world.tree(HostedControlPlane.class, CONTROL_PLANE, "demo"))
                .isEmpty();
    }

    @Test
    void a_cluster_that_does_not_say_where_its_agents_are_is_blocked() {
        PlatformFixture other = new PlatformFixture("{'type':'Agent'}");
        other.settle();

        assertThat(condition(other.cluster(), "ValidConfiguration"))
                .isEqualTo("False InvalidConfiguration agentcluster needs .spec.platform.agent to be filled");
    }

    @Test
    void its_control_plane_knows_nothing_of_agents_and_its_provider_may_work_with_them() {
        agentNamespace();
        demo.settle();

        JsonObject controlPlane = demo.world.existing(HostedControlPlane.class, CONTROL_PLANE, "demo");
        assertThat(controlPlane.object("spec", "platform"))
                .isEqualTo(parse("{'type':'None','agent':{'agentNamespace':'agents'}}"));
        JsonObject binding = demo.world.existing(RoleBinding.class, "agents", BINDING);
        assertThat(binding.text("roleRef", "name")).isEqualTo("capi-provider-role");
        assertThat(binding.array("subjects").object(0))
                .isEqualTo(parse("{'kind':'ServiceAccount','name':'capi-provider','namespace':'clusters-demo'}"));
        JsonObject provider = demo.world.existing(Deployment.class, CONTROL_PLANE, "capi-provider");
        assertThat(provider.array("spec", "template", "spec", "containers")
                        .object(0)
                        .array("args"))
                .contains("--agent-namespace", "agents");
        assertThat(demo.world
                        .existing(Role.class, CONTROL_PLANE, "capi-provider")
                        .toString())
                .contains("agent-install.openshift.io", "agentclusterinstalls", "clusterdeployments");
    }

    @Test
    void the_image_of_its_provider_can_be_replaced() {
        agentNamespace();
        demo.patchCluster("{'metadata':{'annotations':{'hypershift.openshift.io/capi-provider-agent-image':'mine'}}}");
        demo.settle();

        assertThat(demo.world
                        .existing(Deployment.class, CONTROL_PLANE, "capi-provider")
                        .array("spec", "template", "spec", "containers")
                        .object(0)
                        .text("image"))
                .isEqualTo("mine");
    }

    @Test
    void there_is_no_infrastructure_before_agents_can_fetch_their_configuration() {
        agentNamespace();
        demo.settle();

        assertThat(demo.world.tree(AgentCluster.class, CONTROL_PLANE, "demo")).isEmpty();
        assertThat(demo.world.tree(Cluster.class, CONTROL_PLANE, "demo-x1")).isEmpty();
    }

    @Test
    void its_infrastructure_says_where_configuration_and_control_plane_are() {
        agentNamespace();
        demo.settle();
        demo.patchControlPlane("{'status':{'controlPlaneEndpoint':{'host':'203.0.113.7','port':30001}}}");
        demo.create("{'apiVersion':'v1','kind':'Service','metadata':{'name':'ignition-server-proxy','namespace':"
                + "'clusters-demo'},'spec':{'type':'NodePort','ports':[{'port':443,'nodePort':30080}]}}");
        assertThat(demo.pass()).as("one pass").isEmpty();

        JsonObject infrastructure = demo.world.existing(AgentCluster.class, CONTROL_PLANE, "demo");
        assertThat(infrastructure.object("spec"))
                .isEqualTo(parse("{'controlPlaneEndpoint':{'host':'203.0.113.7','port':30001},'ignitionEndpoint':"
                        + "{'url':'https://203.0.113.7:30080/ignition','caCertificateReference':"
                        + "{'name':'ignition-server-ca-cert','namespace':'clusters-demo'}}}"));
        assertThat(demo.world.existing(Cluster.class, CONTROL_PLANE, "demo-x1").object("spec", "infrastructureRef"))
                .isEqualTo(
                        parse("{'apiVersion':'capi-provider.agent-install.openshift.io/v1beta1','kind':'AgentCluster',"
                                + "'name':'demo','namespace':'clusters-demo'}"));
    }

    @Test
    void the_permission_goes_with_the_cluster() {
        agentNamespace();
        demo.settle();
        demo.world.store.delete(
                PlainStore.kindOf(HostedCluster.class), new ObjectKey("clusters", "demo"), demo.world.now());
        demo.settle();

        assertThat(demo.world.tree(RoleBinding.class, "agents", BINDING)).isEmpty();
        assertThat(demo.world.tree(HostedCluster.class, "clusters", "demo")).isEmpty();
    }

    @Test
    void a_pool_takes_the_agents_that_its_selector_matches() {
        agentNamespace();
        demo.createPool("{'type':'Agent','agent':{'agentLabelSelector':{'matchLabels':{'size':'big'}}}}");
        assertThat(demo.settlePool()).isEmpty();

        JsonObject template =
                demo.world.trees(AgentMachineTemplate.class, CONTROL_PLANE).get(0);
        assertThat(template.object("spec"))
                .isEqualTo(parse("{'template':{'spec':{'agentLabelSelector':{'matchLabels':{'size':'big'}}}}}"));
        assertThat(template.text("metadata", "annotations", "hypershift.openshift.io/nodePool"))
                .isEqualTo("clusters/workers");
        // The hash of {"template":{"spec":{"agentLabelSelector":{"matchLabels":{"size":"big"}}}}}.
        assertThat(template.text("metadata", "name")).isEqualTo("workers-8e0b9f4c");
    }
}
