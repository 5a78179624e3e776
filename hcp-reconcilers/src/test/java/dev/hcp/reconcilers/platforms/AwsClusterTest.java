package dev.hcp.reconcilers.platforms;

import static dev.hcp.reconcilers.platforms.PlatformFixture.CONTROL_PLANE;
import static dev.hcp.reconcilers.platforms.PlatformFixture.condition;
import static dev.hcp.reconcilers.platforms.PlatformFixture.parse;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.capi.Cluster;
import dev.hcp.api.capi.aws.AwsCluster;
import dev.hcp.api.capi.aws.AwsMachine;
import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.reconcilers.PlainStore;
import io.fabric8.kubernetes.api.model.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
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
                .contains("failed to reconcile platform credentials:"
                        + " ARN is not provided for cloud credential secret clusters-demo/ebs-cloud-credentials");
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
        assertThat(condition(demo.cluster(), "AWSEndpointServiceAvailable")).isEqualTo(expected);
    }

    private void endpointService(String name, String status, String message) {
        demo.create("{'apiVersion':'hypershift.openshift.io/v1beta1','kind':'AWSEndpointService','metadata':{'name':'"
                + name + "','namespace':'clusters-demo'},'status':{'conditions':[{'type':'AWSEndpointAvailable',"
                + "'status':'" + status + "','reason':'x','message':'" + message
                + "'},{'type':'AWSEndpointServiceAvailable','status':'" + status + "','reason':'x','message':'"
                + message
                + "'}]}}");
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

    @Test
    void what_belongs_to_it_is_tagged() {
        demo.settle();

        assertThat(demo.cluster().array("spec", "platform", "aws", "resourceTags"))
                .containsExactly(
                        parse("{'key':'team','value':'blue'}"),
                        parse("{'key':'kubernetes.io/cluster/demo-x1','value':'owned'}"));
        assertThat(demo.world
                        .existing(AwsCluster.class, CONTROL_PLANE, "demo")
                        .text("spec", "additionalTags", "kubernetes.io/cluster/demo-x1"))
                .isEqualTo("owned");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | '' | AWS_REGION environment variable is not set for the operator",
                "us-east-1 | '' | AWS_SHARED_CREDENTIALS_FILE environment variable is not set for the operator",
                "eu-west-1 | /etc/credentials | operator only supports private clusters in region eu-west-1",
            })
    void a_private_cluster_needs_an_operator_that_works_in_its_region(String region, String file, String problem) {
        demo.patchCluster("{'spec':{'platform':{'aws':{'endpointAccess':'Private'}}}}");
        demo.world.operatorEnvironment(Map.of("AWS_REGION", region, "AWS_SHARED_CREDENTIALS_FILE", file));
        demo.settle();

        assertThat(condition(demo.cluster(), "SupportedHostedCluster"))
                .isEqualTo("False UnsupportedHostedCluster " + problem);
        assertThat(condition(demo.cluster(), "Progressing"))
                .isEqualTo("False Blocked SupportedHostedCluster condition is false: " + problem);
        assertThat(demo.world.tree(AwsCluster.class, CONTROL_PLANE, "demo")).isEmpty();
    }

    @Test
    void an_operator_in_its_region_serves_a_private_cluster() {
        demo.patchCluster("{'spec':{'platform':{'aws':{'endpointAccess':'PublicAndPrivate'}}}}");
        demo.world.operatorEnvironment(
                Map.of("AWS_REGION", "us-east-1", "AWS_SHARED_CREDENTIALS_FILE", "/etc/credentials"));
        demo.settle();

        assertThat(condition(demo.cluster(), "SupportedHostedCluster"))
                .isEqualTo("True AsExpected HostedCluster is supported by operator configuration");
    }

    @Test
    void what_is_wrong_with_its_identity_provider_stays_wrong_when_it_can_be_seen_no_more() {
        demo.settle();
        assertThat(condition(demo.cluster(), "ValidAWSIdentityProvider")).isEqualTo("Unknown StatusUnknown");

        demo.patchControlPlane("{'status':{'conditions':[{'type':'ValidAWSIdentityProvider','status':'False','reason':"
                + "'InvalidIdentityProvider','message':'WebIdentityErr'}]}}");
        demo.settle();
        demo.patchControlPlane("{'status':{'conditions':[]}}");
        demo.settle();

        assertThat(condition(demo.cluster(), "ValidAWSIdentityProvider"))
                .isEqualTo("False InvalidIdentityProvider WebIdentityErr");
    }

    @Test
    void identity_documents_are_not_missed_before_there_is_a_kubeconfig_and_then_need_a_bucket() {
        demo.settle();
        assertThat(condition(demo.cluster(), "ValidOIDCConfiguration"))
                .isEqualTo("True AsExpected OIDC configuration is valid");

        demo.create("{'apiVersion':'v1','kind':'Secret','metadata':{'name':'admin-kubeconfig','namespace':"
                + "'clusters-demo'},'data':{'kubeconfig':'e30='}}");
        demo.patchControlPlane("{'status':{'kubeConfig':{'name':'admin-kubeconfig','key':'kubeconfig'}}}");

        assertThat(demo.settle().orElse(""))
                .startsWith(
                        "failed to reconcile the AWS OIDC documents: hypershift wasn't configured with a S3 bucket");
        assertThat(condition(demo.cluster(), "ValidOIDCConfiguration")).startsWith("False OIDCConfigurationInvalid");
    }

    @Test
    void machines_and_endpoints_that_nobody_can_delete_any_more_are_given_up() {
        demo.settle();
        demo.patchControlPlane("{'status':{'conditions':[{'type':'ValidAWSIdentityProvider','status':'False','reason':"
                + "'InvalidIdentityProvider','message':'WebIdentityErr'}]}}");
        demo.settle();
        demo.patch(Cluster.class, CONTROL_PLANE, "demo-x1", "{'metadata':{'finalizers':['capi']}}");
        demo.create(
                "{'apiVersion':'infrastructure.cluster.x-k8s.io/v1beta2','kind':'AWSMachine','metadata':{'name':'m1',"
                        + "'namespace':'clusters-demo','finalizers':['aws'],'deletionTimestamp':'2026-03-01T12:00:00Z'}}");
        demo.world.store.delete(
                PlainStore.kindOf(HostedCluster.class), new ObjectKey("clusters", "demo"), demo.world.now());
        demo.pass();

        assertThat(demo.world.tree(AwsMachine.class, CONTROL_PLANE, "m1")).isEmpty();
    }
}
