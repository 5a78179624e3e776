package dev.hcp.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hcp.api.hypershift.AvailabilityPolicy;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.platforms.OptionProblem;
import dev.hcp.platforms.aws.AwsIdentities;
import dev.hcp.platforms.aws.AwsInfrastructure;
import dev.hcp.testing.Shared;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CreateAwsClusterTest {
    private final KubernetesClient nowhere =
            new KubernetesClientBuilder().withConfig(Config.empty()).build();

    private static JsonObject infrastructure() {
        return Json.parseObject("""
                {"region":"us-east-1","zone":"","infraID":"fakeInfraID","machineCIDR":"192.0.2.0/24","vpcID":"fakeVPCID",
                 "zones":[{"name":"fakeName","subnetID":"fakeSubnetID"}],"Name":"fakeName","baseDomain":"fakeBaseDomain",
                 "baseDomainPrefix":"fakeBaseDomainPrefix","publicZoneID":"fakePublicZoneID",
                 "privateZoneID":"fakePrivateZoneID","localZoneID":"fakeLocalZoneID","proxyAddr":"fakeProxyAddr"}
                """);
    }

    private static JsonObject identities() {
        return Json.parseObject("""
                {"region":"us-east-1","profileName":"fakeProfileName","infraID":"fakeInfraID","issuerURL":"fakeIssuerURL",
                 "roles":{"ingressARN":"fakeIngressARN","imageRegistryARN":"fakeImageRegistryARN",
                   "storageARN":"fakeStorageARN","networkARN":"fakeNetworkARN",
                   "kubeCloudControllerARN":"fakeKubeCloudControllerARN",
                   "nodePoolManagementARN":"fakeNodePoolManagementARN",
                   "controlPlaneOperatorARN":"fakeControlPlaneOperatorARN"},
                 "kmsKeyARN":"fakeKMSKeyARN","kmsProviderRoleARN":"fakeKMSProviderRoleARN"}
                """);
    }

    private CreateAwsCluster create() {
        return HcpClient.of(nowhere)
                .awsCluster("clusters", "example")
                .pullSecret("fake")
                .infrastructure(AwsInfrastructure.of(infrastructure()))
                .identities(AwsIdentities.of(identities()));
    }

    private static JsonObject spec(CreateAwsCluster create, String kind) {
        return create.resources().stream()
                .filter(r -> r.getKind().equals(kind))
                .map(r -> Json.toTree(r).object("spec"))
                .findFirst()
                .orElseThrow();
    }

    @Tag("oracle")
    @Test
    void the_least_that_aws_needs_renders_byte_for_byte_as_with_the_reference_tool() throws IOException {
        String recorded = Files.readString(Shared.path("golden/aws/minimal.yaml"));

        assertThat(create().controlPlaneAvailabilityPolicy(AvailabilityPolicy.SINGLE_REPLICA)
                        .renderSensitive())
                .isEqualTo(recorded);
    }

    @Test
    void without_a_role_for_a_key_secrets_are_encrypted_by_a_key_of_the_cluster() {
        JsonObject plain = identities().with("kmsProviderRoleARN", "");
        CreateAwsCluster create = create().identities(AwsIdentities.of(plain));

        assertThat(spec(create, "HostedCluster").text("secretEncryption", "type"))
                .isEqualTo("aescbc");
        assertThat(create.resources())
                .extracting(r -> r.getMetadata().getName())
                .contains("example-etcd-encryption-key");
    }

    @Test
    void there_is_a_node_pool_for_each_zone() {
        JsonObject two = infrastructure()
                .with(
                        "zones",
                        JsonArray.of(
                                JsonObject.of("name", "us-east-1a", "subnetID", "subnet-a"),
                                JsonObject.of("name", "us-east-1b", "subnetID", "subnet-b")));

        List<JsonObject> pools = create().infrastructure(AwsInfrastructure.of(two)).arch("arm64").resources().stream()
                .filter(r -> r.getKind().equals("NodePool"))
                .map(Json::toTree)
                .toList();

        assertThat(pools)
                .extracting(pool -> pool.text("metadata", "name"))
                .containsExactly("example-us-east-1a", "example-us-east-1b");
        assertThat(pools)
                .extracting(pool -> pool.text("spec", "platform", "aws", "subnet", "id"))
                .containsExactly("subnet-a", "subnet-b");
        assertThat(pools)
                .extracting(pool -> pool.text("spec", "platform", "aws", "instanceType"))
                .containsOnly("m6g.large");
    }

    @Test
    void external_names_are_given_to_what_is_on_the_internet_alone() {
        JsonArray open =
                spec(create().externalDnsDomain("dns.example"), "HostedCluster").array("services");
        JsonArray half = spec(
                        create().externalDnsDomain("dns.example").endpointAccess("PublicAndPrivate"), "HostedCluster")
                .array("services");

        assertThat(open)
                .extracting(service -> ((JsonObject) service).text("servicePublishingStrategy", "route", "hostname"))
                .containsExactly(
                        "api-example.dns.example",
                        "ignition-example.dns.example",
                        "konnectivity-example.dns.example",
                        "oauth-example.dns.example");
        assertThat(half)
                .extracting(service -> ((JsonObject) service).text("servicePublishingStrategy", "route", "hostname"))
                .containsExactly("api-example.dns.example", null, null, "oauth-example.dns.example");
    }

    @Test
    void tags_and_volumes_and_a_prefix_of_none_are_written_down() {
        CreateAwsCluster create = create().infrastructure(
                        AwsInfrastructure.of(infrastructure().with("baseDomainPrefix", "none")))
                .additionalTag("team", "a")
                .rootVolumeIops(3000)
                .rootVolumeKmsKey("arn:key");

        assertThat(spec(create, "HostedCluster").array("platform", "aws", "resourceTags"))
                .isEqualTo(JsonArray.of(JsonObject.of("key", "team", "value", "a")));
        assertThat(spec(create, "HostedCluster").object("dns").get("baseDomainPrefix"))
                .isEqualTo("");
        assertThat(spec(create, "NodePool").object("platform", "aws", "rootVolume"))
                .isEqualTo(JsonObject.of("encryptionKey", "arn:key", "iops", 3000, "size", 120, "type", "gp3"));
    }

    @Test
    void a_cluster_on_nothing_is_refused() {
        assertThatThrownBy(HcpClient.of(nowhere).awsCluster("clusters", "x").pullSecret("{}")::render)
                .isInstanceOfSatisfying(InvalidOptionsException.class, e -> assertThat(e.options())
                        .extracting(OptionProblem::option)
                        .containsExactly("infraJson", "iamJson"));
    }
}
