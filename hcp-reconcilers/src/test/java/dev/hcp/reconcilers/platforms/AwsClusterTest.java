package dev.hcp.reconcilers.platforms;

import static dev.hcp.reconcilers.platforms.PlatformFixture.CONTROL_PLANE;
import static dev.hcp.reconcilers.platforms.PlatformFixture.condition;
import static dev.hcp.reconcilers.platforms.PlatformFixture.parse;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.capi.Cluster;
import dev.hcp.api.capi.aws.AwsCluster;
import dev.hcp.api.json.JsonObject;
import io.fabric8.kubernetes.api.model.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AwsClusterTest {
    private static final String ROLES = "'rolesRef':{'controlPlaneOperatorARN':'arn:cpo','imageRegistryARN':'arn:ir',"
            + "'ingressARN':'arn:in','kubeCloudControllerARN':'arn:ccm','networkARN':'arn:net',"
            + "'nodePoolManagementARN':'arn:np','storageARN':'arn:ebs'}";
    private static final String SETTINGS = "{'region':'us-east-1','endpointAccess':'Public','cloudProviderConfig':"
            + "{'vpc':'vpc-1'},'resourceTags':[{'key':'team','value':'blue'}]," + ROLES + "}";
    private static final String ROUTES = "[{'service':'APIServer','servicePublishingStrategy':{'type':'LoadBalancer'}},"
            + "{'service':'OAuthServer','servicePublishingStrategy':{'type':'Route'}},"
            + "{'service':'Konnectivity','servicePublishingStrategy':{'type':'Route'}},"
            + "{'service':'Ignition','servicePublishingStrategy':{'type':'Route'}}]";

    private final PlatformFixture demo = new PlatformFixture("{'type':'AWS','aws':" + SETTINGS + "}");

    AwsClusterTest() {
        services(ROUTES);
    }

    private void services(String services) {
        demo.patchCluster("{'spec':{'services':" + services + "}}");
    }

    @Test
    void credentials_assume_one_role_each() {
        demo.settle();

        String text = demo.world
                .existing(Secret.class, CONTROL_PLANE, "cloud-controller-creds")
                .text("data", "credentials");
        assertThat(new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8))
                .contains("role_arn = arn:ccm\n")
                .contains("web_identity_token_file = /var/run/secrets/openshift/serviceaccount/token\n");
        for (String name : List.of(
                "node-management-creds",
                "control-plane-operator-creds",
                "cloud-network-config-controller-creds",
                "ebs-cloud-credentials")) {
            assertThat(demo.world.tree(Secret.class, CONTROL_PLANE, name))
                    .as(name)
                    .isPresent();
        }
        assertThat(condition(demo.cluster(), "PlatformCredentialsFound"))
                .isEqualTo("True AsExpected Required platform credentials are found");
    }

    @Test
    void a_role_that_is_not_named_is_missed() {
        demo.patchCluster("{'spec':{'platform':{'aws':{'rolesRef':{'storageARN':''}}}}}");

        assertThat(demo.settle())
                .contains("ARN is not provided for cloud credential secret clusters-demo/ebs-cloud-credentials");
        assertThat(condition(demo.cluster(), "PlatformCredentialsFound"))
                .startsWith("False PlatformCredentialsNotFound");
    }

    @Test
    void the_infrastructure_is_managed_by_hypershift() {
        demo.settle();
        demo.patchControlPlane("{'status':{'controlPlaneEndpoint':{'host':'api.example.com','port':6443}}}");
        demo.settle();

        JsonObject infrastructure = demo.world.existing(AwsCluster.class, CONTROL_PLANE, "demo");
        assertThat(infrastructure.object("metadata", "annotations"))
                .isEqualTo(parse("{'cluster.x-k8s.io/managed-by':'external','hypershift.openshift.io/cluster':"
                        + "'clusters/demo'}"));
        assertThat(infrastructure.object("spec").without("additionalTags"))
                .isEqualTo(parse("{'region':'us-east-1','network':{'vpc':{'id':'vpc-1'}},'controlPlaneEndpoint':"
                        + "{'host':'api.example.com','port':6443}}"));
        assertThat(infrastructure.text("spec", "additionalTags", "team")).isEqualTo("blue");
        assertThat(infrastructure.isTrue("status", "ready")).isTrue();
        assertThat(demo.world
                        .existing(Cluster.class, CONTROL_PLANE, "demo-x1")
                        .text("spec", "infrastructureRef", "kind"))
                .isEqualTo("AWSCluster");
    }

    @Test
    void roles_that_are_named_by_secrets_are_looked_up() {
        String credentials = Base64.getEncoder()
                .encodeToString("[default]\nrole_arn = arn:found\n".getBytes(StandardCharsets.UTF_8));
        demo.create("{'apiVersion':'v1','kind':'Secret','metadata':{'name':'role','namespace':'clusters'},"
                + "'data':{'credentials':'" + credentials + "'}}");
        demo.patchCluster("{'spec':{'platform':{'aws':{'rolesRef':{'networkARN':'arn-from-secret::role'}}}}}");
        demo.settle();

        assertThat(demo.cluster().text("spec", "platform", "aws", "rolesRef", "networkARN"))
                .isEqualTo("arn:found");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "OAuthServer | NodePort | service type OAuthServer with publishing strategy NodePort is not supported,"
                        + " use Route",
                "APIServer | NodePort | service type APIServer with publishing strategy NodePort is not supported,"
                        + " use Route or Loadbalancer",
                "Konnectivity | - | service type Konnectivity not found",
                "APIServer | - | service type APIServer not found",
            })
    void services_are_behind_routes(String service, String strategy, String problem) {
        services(
                strategy.equals("-")
                        ? ROUTES.replace("'" + service + "'", "'OIDC'")
                        : ROUTES.replaceFirst(
                                "'" + service + "','servicePublishingStrategy':\\{'type':'[A-Za-z]*'",
                                "'" + service + "','servicePublishingStrategy':{'type':'" + strategy
                                        + "','nodePort':{'address':'192.0.2.1'}"));
        demo.settle();

        assertThat(condition(demo.cluster(), "ValidConfiguration")).isEqualTo("False InvalidConfiguration " + problem);
    }

    @Test
    void a_cluster_that_says_nothing_of_aws_is_blocked() {
        PlatformFixture other = new PlatformFixture("{'type':'AWS'}");
        other.settle();

        assertThat(condition(other.cluster(), "ValidConfiguration"))
                .isEqualTo("False InvalidConfiguration aws cluster needs .spec.platform.aws to be filled");
    }

    @Test
    void without_endpoint_services_nothing_is_known_of_endpoints() {
        demo.settle();

        assertThat(condition(demo.cluster(), "AWSEndpointAvailable"))
                .isEqualTo("Unknown StatusUnknown AWSEndpointService conditions not found");
        assertThat(condition(demo.cluster(), "AWSEndpointServiceAvailable"))
                .isEqualTo("Unknown StatusUnknown AWSEndpointService conditions not found");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "True | fine | True | ignored | True AWSSuccess All is well",
                "False | first | False | second | False AWSError first; second",
                "False | '' | True | fine | True AWSSuccess All is well",
            })
    void endpoint_services_are_summed_up(
            String status, String message, String otherStatus, String otherMessage, String expected) {
        endpointService("kube-apiserver-private", status, message);
        endpointService("private-router", otherStatus, otherMessage);
        demo.settle();

        assertThat(condition(demo.cluster(), "AWSEndpointAvailable")).isEqualTo(expected);
    }

    private void endpointService(String name, String status, String message) {
        demo.create("{'apiVersion':'hypershift.openshift.io/v1beta1','kind':'AWSEndpointService','metadata':{'name':'"
                + name + "','namespace':'clusters-demo'},'status':{'conditions':[{'type':'AWSEndpointAvailable',"
                + "'status':'" + status + "','reason':'x','message':'" + message + "'}]}}");
    }

    @Test
    void conditions_of_the_control_plane_are_taken_over_once_it_has_them() {
        demo.settle();
        assertThat(condition(demo.cluster(), "ValidAWSKMSConfig")).isEmpty();

        demo.patchControlPlane("{'status':{'conditions':[{'type':'ValidAWSKMSConfig','status':'Unknown','reason':"
                + "'StatusUnknown','message':'AWS KMS is not configured'},{'type':'AWSDefaultSecurityGroupCreated',"
                + "'status':'True','reason':'AsExpected','message':'All is well'}]}}");
        demo.settle();

        assertThat(condition(demo.cluster(), "ValidAWSKMSConfig"))
                .isEqualTo("Unknown StatusUnknown AWS KMS is not configured");
        assertThat(condition(demo.cluster(), "AWSDefaultSecurityGroupCreated"))
                .isEqualTo("True AsExpected All is well");
    }
}
