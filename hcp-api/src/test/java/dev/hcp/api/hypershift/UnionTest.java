package dev.hcp.api.hypershift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.model.Model;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Structures of which one member is chosen by a text: choosing the member says the text, too. */
class UnionTest {
    static Stream<Arguments> choices() {
        return Stream.of(
                Arguments.of(
                        PlatformSpec.kubevirt(kubevirt -> kubevirt.baseDomainPassthrough(true)),
                        "{'type': 'KubeVirt', 'kubevirt': {'baseDomainPassthrough': true}}"),
                Arguments.of(
                        PlatformSpec.agent(agent -> agent.agentNamespace("agents")),
                        "{'type': 'Agent', 'agent': {'agentNamespace': 'agents'}}"),
                Arguments.of(
                        PlatformSpec.aws(aws -> aws.region("us-east-1")),
                        "{'type': 'AWS', 'aws': {'region': 'us-east-1'}}"),
                Arguments.of(PlatformSpec.none(), "{'type': 'None'}"),
                Arguments.of(
                        NodePoolPlatform.aws(aws -> aws.instanceType("m5.large")),
                        "{'type': 'AWS', 'aws': {'instanceType': 'm5.large'}}"),
                Arguments.of(
                        EtcdSpec.unmanaged(etcd -> etcd.endpoint("https://etcd:2379")),
                        "{'managementType': 'Unmanaged', 'unmanaged': {'endpoint': 'https://etcd:2379'}}"),
                Arguments.of(
                        EtcdSpec.managed(etcd -> etcd.storage(
                                storage -> storage.persistentVolume(volume -> volume.storageClassName("fast")))),
                        "{'managementType': 'Managed', 'managed': {'storage': {'type': 'PersistentVolume',"
                                + " 'persistentVolume': {'storageClassName': 'fast'}}}}"),
                Arguments.of(
                        SecretEncryptionSpec.kms(kms -> kms.aws(aws -> aws.region("us-east-1"))),
                        "{'type': 'kms', 'kms': {'provider': 'AWS', 'aws': {'region': 'us-east-1'}}}"),
                Arguments.of(ServicePublishingStrategy.route(), "{'type': 'Route'}"),
                Arguments.of(
                        ServicePublishingStrategy.nodePort(
                                nodePort -> nodePort.address("10.0.0.1").port(30000)),
                        "{'type': 'NodePort', 'nodePort': {'address': '10.0.0.1', 'port': 30000}}"));
    }

    @ParameterizedTest
    @MethodSource("choices")
    void choosing_a_member_sets_the_discriminator(Model model, String json) {
        assertThat(Json.toTree(model)).isEqualTo(Json.parseObject(json.replace('\'', '"')));
    }

    @Test
    void changing_the_choice_leaves_nothing_of_the_old_one() {
        PlatformSpec changed = PlatformSpec.aws(aws -> aws.region("us-east-1")).toBuilder()
                .kubevirt(kubevirt -> kubevirt)
                .build();
        assertThat(changed.getAws()).isNull();
        assertThat(changed.getType()).isEqualTo(PlatformType.KUBEVIRT);
    }

    @Test
    void what_a_server_says_is_read_as_it_is_however_odd() {
        JsonObject odd =
                Json.parseObject("{\"aws\": {\"region\": \"us-east-1\"}, \"kubevirt\": {}, \"type\": \"Agent\"}");
        PlatformSpec read = Json.toType(odd, PlatformSpec.class);
        assertThat(Json.toTree(read)).isEqualTo(odd);
    }
}
