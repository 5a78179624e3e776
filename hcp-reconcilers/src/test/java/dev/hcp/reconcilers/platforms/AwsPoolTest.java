package dev.hcp.reconcilers.platforms;

import static dev.hcp.reconcilers.platforms.PlatformFixture.CONTROL_PLANE;
import static dev.hcp.reconcilers.platforms.PlatformFixture.condition;
import static dev.hcp.reconcilers.platforms.PlatformFixture.parse;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.capi.aws.AwsMachineTemplate;
import dev.hcp.api.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

class AwsPoolTest {
    private static final String OWN_IMAGE =
            "{'type':'AWS','aws':{'ami':'ami-mine','instanceType':'m5.large','subnet':{'id':'subnet-1'},"
                    + "'resourceTags':[{'key':'team','value':'red'},{'key':'size','value':'big'}],"
                    + "'securityGroups':[{'id':'sg-mine'}]}}";

    private final PlatformFixture demo = new PlatformFixture(
            "{'type':'AWS','aws':{'region':'us-east-1','resourceTags':" + "[{'key':'team','value':'blue'}]}}");

    private List<JsonObject> templates() {
        return demo.world.trees(AwsMachineTemplate.class, CONTROL_PLANE);
    }

    private void securityGroup() {
        demo.patchCluster("{'status':{'platform':{'aws':{'defaultWorkerSecurityGroupID':'sg-default'}}}}");
    }

    @Test
    void machines_wait_for_the_security_group_of_the_cluster() {
        demo.createPool(OWN_IMAGE);
        assertThat(demo.settlePool()).isEmpty();
        assertThat(condition(demo.pool(), "AWSSecurityGroupAvailable"))
                .isEqualTo("False DefaultSGNotReady"
                        + " Waiting for AWS default security group to be created for hosted cluster");
        assertThat(templates()).isEmpty();

        securityGroup();
        demo.settlePool();

        assertThat(condition(demo.pool(), "AWSSecurityGroupAvailable"))
                .isEqualTo("True AsExpected NodePool has a default security group");
        assertThat(templates()).hasSize(1);
    }

    @Test
    void a_template_has_the_defaults_and_tags_of_the_cluster() {
        demo.createPool(OWN_IMAGE);
        securityGroup();
        demo.settlePool();

        assertThat(templates().get(0).object("spec", "template", "spec"))
                .isEqualTo(parse("{'additionalSecurityGroups':[{'id':'sg-mine'},{'id':'sg-default'}],'additionalTags':"
                        + "{'kubernetes.io/cluster/demo-x1':'owned','size':'big','team':'blue'},'ami':{'id':'ami-mine'},"
                        + "'cloudInit':{'insecureSkipSecretsManager':true,'secureSecretsBackend':'secrets-manager'},"
                        + "'iamInstanceProfile':'demo-x1-worker-profile','instanceMetadataOptions':{'httpEndpoint':"
                        + "'enabled','httpPutResponseHopLimit':2,'httpTokens':'optional','instanceMetadataTags':"
                        + "'disabled'},'instanceType':'m5.large','rootVolume':{'size':16},'subnet':{'id':'subnet-1'},"
                        + "'uncompressedUserData':true}"));
    }

    @Test
    void tokens_for_instance_metadata_can_be_required() {
        demo.createPool(OWN_IMAGE);
        securityGroup();
        demo.patch(
                dev.hcp.api.hypershift.NodePool.class,
                "clusters",
                "workers",
                "{'metadata':{'annotations':{'hypershift.openshift.io/ec2-instance-metadata-http-tokens':'required'}}}");
        demo.settlePool();

        assertThat(templates().get(0).text("spec", "template", "spec", "instanceMetadataOptions", "httpTokens"))
                .isEqualTo("required");
    }

    @Test
    void an_image_of_the_users_is_not_judged_and_one_of_the_release_is() {
        demo.createPool(OWN_IMAGE.replace("'ami':'ami-mine',", ""));

        assertThat(demo.settlePool())
                .contains("couldn't discover an AMI for release image: couldn't find AWS image for region"
                        + " \"us-east-1\"");
        assertThat(condition(demo.pool(), "ValidPlatformImage"))
                .isEqualTo("False ValidationFailed Couldn't discover an AMI for release image \"release:4.17.0\":"
                        + " couldn't find AWS image for region \"us-east-1\"");

        demo.patch(
                dev.hcp.api.hypershift.NodePool.class,
                "clusters",
                "workers",
                "{'spec':{'platform':{'aws':{'ami':'ami-mine'}}}}");
        demo.settlePool();
        assertThat(condition(demo.pool(), "ValidPlatformImage")).isEmpty();
    }

    private JsonObject machine(String from, String to) {
        demo.createPool(OWN_IMAGE.replace(from, to));
        securityGroup();
        demo.settlePool();
        return templates().get(0).object("spec", "template", "spec");
    }

    @Test
    void a_root_volume_has_a_type_of_its_own_and_only_what_is_said_of_it() {
        JsonObject machine = machine(
                "'ami':'ami-mine'",
                "'ami':'ami-mine','rootVolume':{'size':120,'iops':3000,'encrypted':true,'encryptionKey':'key'}");
        assertThat(machine.object("rootVolume"))
                .isEqualTo(parse("{'encrypted':true,'encryptionKey':'key','iops':3000,'size':120,'type':'gp3'}"));
    }

    @Test
    void subnets_and_security_groups_can_be_found_by_filters() {
        JsonObject machine = machine(
                "'subnet':{'id':'subnet-1'}",
                "'subnet':{'filters':[{'name':'tag:zone','values':['a','b']}]},'instanceProfile':'mine'");
        assertThat(machine.object("subnet")).isEqualTo(parse("{'filters':[{'name':'tag:zone','values':['a','b']}]}"));
        assertThat(machine.text("iamInstanceProfile")).isEqualTo("mine");
    }

    @Test
    void a_subnet_that_is_named_needs_no_filters() {
        JsonObject machine = machine("'id':'subnet-1'", "'id':'subnet-1','filters':[{'name':'n','values':['v']}]");
        assertThat(machine.object("subnet")).isEqualTo(parse("{'id':'subnet-1'}"));
    }

    /** The name is a hash of every field in the order of the reference, so it must not change. */
    @Test
    void the_same_template_always_has_the_same_name() {
        machine("", "");
        assertThat(templates().get(0).text("metadata", "name")).isEqualTo("workers-66c64622");
    }
}
