package dev.hcp.reconcilers.platforms;

import static dev.hcp.reconcilers.platforms.PlatformFixture.condition;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.hypershift.HostedControlPlane;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.reconcilers.PlainStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditions of a HostedCluster that only clusters on one platform have, with each reason they can have. */
class PlatformConditionsTest {
    private static final String AWS = "{'type':'AWS','aws':{'region':'us-east-1','endpointAccess':'Public',"
            + "'rolesRef':{'controlPlaneOperatorARN':'arn:cpo','imageRegistryARN':'arn:ir','ingressARN':'arn:in',"
            + "'kubeCloudControllerARN':'arn:ccm','networkARN':'arn:net','nodePoolManagementARN':'arn:np',"
            + "'storageARN':'arn:ebs'}}}";

    private PlatformFixture demo;

    /** A cluster whose control plane exists, whoever made it. */
    private void on(String platform) {
        demo = new PlatformFixture(platform.equals("AWS") ? AWS : "{'type':'" + platform + "'}");
        demo.settle();
        if (demo.world.tree(HostedControlPlane.class, "clusters-demo", "demo").isEmpty()) {
            demo.create("{'apiVersion':'hypershift.openshift.io/v1beta1','kind':'HostedControlPlane','metadata':"
                    + "{'name':'demo','namespace':'clusters-demo','annotations':{'hypershift.openshift.io/cluster':"
                    + "'clusters/demo'}}}");
        }
    }

    private void controlPlaneSays(String type, String status, String reason, String message) {
        demo.patchControlPlane("{'status':{'conditions':[{'type':'" + type + "','status':'" + status + "','reason':'"
                + reason + "','message':'" + message + "'}]}}");
        demo.settle();
    }

    @ParameterizedTest
    @CsvSource({
        "AWS, ValidAWSIdentityProvider, True, AsExpected, All is well",
        "AWS, ValidAWSIdentityProvider, False, InvalidIdentityProvider, WebIdentityErr",
        "AWS, AWSDefaultSecurityGroupCreated, True, AsExpected, All is well",
        "AWS, AWSDefaultSecurityGroupCreated, False, AWSError, no permission",
        "AWS, ValidAWSKMSConfig, Unknown, StatusUnknown, AWS KMS is not configured",
        "AWS, ValidAWSKMSConfig, True, AsExpected, All is well",
        "AWS, ValidAWSKMSConfig, False, InvalidIAMRole, role cannot be assumed",
        "AWS, ValidAWSKMSConfig, False, AWSError, no such key",
        "Azure, ValidAzureKMSConfig, Unknown, StatusUnknown, Azure KMS is not configured",
        "Azure, ValidAzureKMSConfig, True, AsExpected, All is well",
        "Azure, ValidAzureKMSConfig, False, InvalidAzureCredentials, no token",
        "Azure, ValidAzureKMSConfig, False, AzureError, no such key",
        "KubeVirt, ValidKubeVirtInfraNetworkMTU, True, AsExpected, All is well",
        "KubeVirt, ValidKubeVirtInfraNetworkMTU, False, KubeVirtSuboptimalMTUDetected, too small"
    })
    void are_those_of_the_control_plane(String platform, String type, String status, String reason, String message) {
        on(platform);
        controlPlaneSays(type, status, reason, message);
        assertThat(condition(demo.cluster(), type)).isEqualTo(status + " " + reason + " " + message);

        on("None");
        controlPlaneSays(type, status, reason, message);
        assertThat(condition(demo.cluster(), type))
                .as("on another platform nobody asks")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"AWSError, no answer", "StatusUnknown, nobody asked"})
    void an_identity_provider_that_cannot_be_asked_any_more_is_unknown(String reason, String message) {
        on("AWS");
        String type = "ValidAWSIdentityProvider";
        controlPlaneSays(type, "True", "AsExpected", "All is well");
        controlPlaneSays(type, "Unknown", reason, message);
        assertThat(condition(demo.cluster(), type)).isEqualTo("Unknown " + reason + " " + message);
    }

    @ParameterizedTest
    @CsvSource({
        "False, AWSError, group sg-1 is in use by load balancer lb",
        "True, AsExpected, All is well",
        "Unknown, StatusUnknown, ''"
    })
    void the_end_of_the_security_group_is_told_while_the_control_plane_goes(
            String status, String reason, String message) {
        on("AWS");
        String type = "AWSDefaultSecurityGroupDeleted";
        demo.patchControlPlane("{'metadata':{'finalizers':['held']}}");
        demo.world.store.delete(
                PlainStore.kindOf(HostedCluster.class), new ObjectKey("clusters", "demo"), demo.world.now());
        demo.world.store.delete(
                PlainStore.kindOf(HostedControlPlane.class), new ObjectKey("clusters-demo", "demo"), demo.world.now());
        demo.patchControlPlane("{'status':{'conditions':[{'type':'" + type + "','status':'" + status + "','reason':'"
                + reason + "','message':'" + message + "'}]}}");
        demo.pass();
        assertThat(condition(demo.cluster(), type)).isEqualTo((status + " " + reason + " " + message).trim());
    }

    @Test
    void machines_of_kubevirt_can_move_unless_a_pool_says_that_its_cannot() {
        on("KubeVirt");
        String type = "KubeVirtNodesLiveMigratable";
        assertThat(condition(demo.cluster(), type)).isEqualTo("True AsExpected All is well");

        for (String pool : new String[] {"a:False", "b:True", "c:False"}) {
            String[] parts = pool.split(":");
            demo.create("{'apiVersion':'hypershift.openshift.io/v1beta1','kind':'NodePool','metadata':{'name':'"
                    + parts[0] + "','namespace':'clusters'},'spec':{'clusterName':'demo'},'status':{'conditions':"
                    + "[{'type':'KubeVirtNodesLiveMigratable','status':'" + parts[1] + "'}]}}");
        }
        demo.settle();
        assertThat(condition(demo.cluster(), type))
                .isEqualTo("False KubeVirtNodesNotLiveMigratable"
                        + " The following NodePools have nodes that are not live migratable: a, c");
    }
}
