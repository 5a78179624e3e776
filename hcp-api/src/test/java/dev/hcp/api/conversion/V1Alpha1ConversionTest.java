package dev.hcp.api.conversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hcp.api.HcpException;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import org.junit.jupiter.api.Test;

class V1Alpha1ConversionTest {
    private static JsonObject parse(String json) {
        return Json.parseObject(json.replace('\'', '"'));
    }

    private static JsonObject cluster(String version, String spec) {
        return parse("{'apiVersion':'hypershift.openshift.io/" + version
                + "','kind':'HostedCluster','metadata':{'name':'demo'},'spec':" + spec + "}");
    }

    @Test
    void credentials_become_roles_that_name_their_secret_and_back() {
        JsonObject old = cluster(
                "v1alpha1",
                "{'platform':{'type':'AWS','aws':{'region':'us-east-1','kubeCloudControllerCreds':{'name':'kcc'},"
                        + "'nodePoolManagementCreds':{'name':'npm'},'controlPlaneOperatorCreds':{'name':'cpo'},"
                        + "'roles':[{'arn':'arn:ingress','namespace':'openshift-ingress-operator',"
                        + "'name':'cloud-credentials'}]}}}");
        JsonObject current = V1Alpha1Conversion.toV1Beta1(old);
        assertThat(current.object("spec", "platform", "aws"))
                .isEqualTo(parse("{'region':'us-east-1','rolesRef':{'kubeCloudControllerARN':'arn-from-secret::kcc',"
                        + "'nodePoolManagementARN':'arn-from-secret::npm','controlPlaneOperatorARN':"
                        + "'arn-from-secret::cpo','ingressARN':'arn:ingress'}}"));
        JsonObject again = V1Alpha1Conversion.toV1Alpha1(current);
        assertThat(again.object("spec", "platform", "aws").without("rolesRef"))
                .isEqualTo(old.object("spec", "platform", "aws"));
        assertThat(V1Alpha1Conversion.toV1Beta1(again)).isEqualTo(current);
    }

    @Test
    void single_networks_become_lists_and_stay_beside_them() {
        JsonObject old =
                cluster("v1alpha1", "{'networking':{'podCIDR':'10.132.0.0/14','serviceCIDR':'172.31.0.0/16'}}");
        JsonObject current = V1Alpha1Conversion.toV1Beta1(old);
        assertThat(current.object("spec", "networking"))
                .isEqualTo(parse(
                        "{'clusterNetwork':[{'cidr':'10.132.0.0/14'}],'serviceNetwork':[{'cidr':'172.31.0.0/16'}]}"));
        assertThat(V1Alpha1Conversion.toV1Alpha1(current).text("spec", "networking", "podCIDR"))
                .isEqualTo("10.132.0.0/14");
    }

    @Test
    void configuration_objects_become_fields() {
        JsonObject old = cluster(
                "v1alpha1",
                "{'configuration':{'items':[{'apiVersion':'config.openshift.io/v1','kind':'OAuth',"
                        + "'spec':{'tokenConfig':{'accessTokenMaxAgeSeconds':60}}}],'secretRefs':[{'name':'s'}]}}");
        JsonObject current = V1Alpha1Conversion.toV1Beta1(old);
        assertThat(current.object("spec", "configuration"))
                .isEqualTo(parse("{'oauth':{'tokenConfig':{'accessTokenMaxAgeSeconds':60}}}"));
        assertThat(V1Alpha1Conversion.toV1Alpha1(current).array("spec", "configuration", "items"))
                .isEqualTo(old.array("spec", "configuration", "items"));
    }

    @Test
    void the_size_of_a_node_pool_moves() {
        JsonObject old = parse("{'apiVersion':'hypershift.openshift.io/v1alpha1','kind':'NodePool',"
                + "'metadata':{'name':'p'},'spec':{'nodeCount':3,'unknown':1}}");
        JsonObject current = V1Alpha1Conversion.toV1Beta1(old);
        assertThat(current.object("spec")).isEqualTo(parse("{'replicas':3,'unknown':1}"));
        assertThat(V1Alpha1Conversion.toV1Alpha1(current).integer(0, "spec", "nodeCount"))
                .isEqualTo(3);
    }

    @Test
    void a_control_plane_has_its_networks_and_its_address_in_one_place() {
        JsonObject old = parse("{'apiVersion':'hypershift.openshift.io/v1alpha1','kind':'HostedControlPlane',"
                + "'metadata':{'name':'demo'},'spec':{'networkType':'OVNKubernetes','podCIDR':'10.132.0.0/14',"
                + "'apiPort':7443,'apiAllowedCIDRBlocks':['10.0.0.0/8']}}");
        JsonObject current = V1Alpha1Conversion.toV1Beta1(old);
        assertThat(current.object("spec"))
                .isEqualTo(parse("{'networking':{'networkType':'OVNKubernetes','clusterNetwork':[{'cidr':"
                        + "'10.132.0.0/14'}],'apiServer':{'port':7443,'allowedCIDRBlocks':['10.0.0.0/8']}}}"));
        JsonObject again = V1Alpha1Conversion.toV1Alpha1(current);
        assertThat(again.object("spec").without("networking")).isEqualTo(old.object("spec"));
        assertThat(V1Alpha1Conversion.toV1Beta1(again)).isEqualTo(current);
    }

    @Test
    void an_endpoint_has_one_name_or_several() {
        JsonObject old = parse("{'apiVersion':'hypershift.openshift.io/v1alpha1','kind':'AWSEndpointService',"
                + "'metadata':{'name':'private-router'},'status':{'dnsName':'a.example.com'}}");
        JsonObject current = V1Alpha1Conversion.toV1Beta1(old);
        assertThat(current.object("status")).isEqualTo(parse("{'dnsNames':['a.example.com']}"));
        assertThat(V1Alpha1Conversion.toV1Alpha1(current).text("status", "dnsName"))
                .isEqualTo("a.example.com");
    }

    @Test
    void other_kinds_are_refused() {
        assertThatThrownBy(() -> V1Alpha1Conversion.toV1Beta1(parse("{'apiVersion':'v1','kind':'Pod'}")))
                .isInstanceOf(HcpException.class)
                .hasMessageContaining("Pod");
    }
}
