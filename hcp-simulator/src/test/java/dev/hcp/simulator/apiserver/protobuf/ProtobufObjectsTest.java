package dev.hcp.simulator.apiserver.protobuf;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import io.kubernetes.client.proto.IntStr.IntOrString;
import io.kubernetes.client.proto.Meta;
import io.kubernetes.client.proto.Resource.Quantity;
import io.kubernetes.client.proto.Runtime;
import io.kubernetes.client.proto.V1;
import io.kubernetes.client.proto.V1Apiextensions;
import io.kubernetes.client.proto.V1Apps;
import io.kubernetes.client.proto.V1Authorization;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Objects of another project's generated builders, read and written. */
final class ProtobufObjectsTest {
    private static JsonObject read(String apiVersion, String kind, Message message) {
        return ProtobufObjects.open(envelope(apiVersion, kind, message.toByteArray()), "", "")
                .read();
    }

    private static byte[] envelope(String apiVersion, String kind, byte[] raw) {
        Runtime.Unknown unknown = Runtime.Unknown.newBuilder()
                .setTypeMeta(
                        Runtime.TypeMeta.newBuilder().setApiVersion(apiVersion).setKind(kind))
                .setRaw(ByteString.copyFrom(raw))
                .setContentEncoding("")
                .setContentType("")
                .build();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {'k', '8', 's', 0});
        out.writeBytes(unknown.toByteArray());
        return out.toByteArray();
    }

    private static JsonObject json(String text) {
        return Json.parseObject(text.replace('\'', '"'));
    }

    @Test
    void what_go_holds_by_value_is_shown_when_set_and_what_it_points_to_when_there() {
        JsonObject pod = read(
                "v1",
                "Pod",
                V1.Pod.newBuilder()
                        .setSpec(V1.PodSpec.newBuilder()
                                .setHostNetwork(false)
                                .setNodeName("")
                                .setHostPID(true)
                                .setPriority(0)
                                .setAutomountServiceAccountToken(false)
                                .setPriorityClassName("high"))
                        .build());
        assertThat(pod).isEqualTo(json("""
                {'apiVersion': 'v1', 'kind': 'Pod', 'metadata': {'creationTimestamp': null}, 'status': {},
                 'spec': {'containers': null, 'hostPID': true, 'priority': 0, 'automountServiceAccountToken': false,
                          'priorityClassName': 'high'}}"""));
    }

    @Test
    void embedded_structs_are_one_with_what_embeds_them() {
        V1.LocalObjectReference name =
                V1.LocalObjectReference.newBuilder().setName("keys").build();
        JsonObject spec = read(
                        "v1",
                        "Pod",
                        V1.Pod.newBuilder()
                                .setSpec(V1.PodSpec.newBuilder()
                                        .addVolumes(V1.Volume.newBuilder()
                                                .setName("tmp")
                                                .setVolumeSource(V1.VolumeSource.newBuilder()
                                                        .setEmptyDir(V1.EmptyDirVolumeSource.getDefaultInstance())))
                                        .addContainers(V1.Container.newBuilder()
                                                .setName("main")
                                                .addEnv(V1.EnvVar.newBuilder()
                                                        .setName("KEY")
                                                        .setValueFrom(V1.EnvVarSource.newBuilder()
                                                                .setSecretKeyRef(V1.SecretKeySelector.newBuilder()
                                                                        .setLocalObjectReference(name)
                                                                        .setKey("tls.key")
                                                                        .setOptional(false))))
                                                .setLivenessProbe(V1.Probe.newBuilder()
                                                        .setHandler(V1.ProbeHandler.newBuilder()
                                                                .setHttpGet(V1.HTTPGetAction.newBuilder()
                                                                        .setPort(IntOrString.newBuilder()
                                                                                .setType(1)
                                                                                .setStrVal("http"))))
                                                        .setPeriodSeconds(5))))
                                .build())
                .object("spec");
        assertThat(spec).isEqualTo(json("""
                {'volumes': [{'name': 'tmp', 'emptyDir': {}}],
                 'containers': [{'name': 'main', 'resources': {},
                   'env': [{'name': 'KEY',
                            'valueFrom': {'secretKeyRef': {'name': 'keys', 'key': 'tls.key', 'optional': false}}}],
                   'livenessProbe': {'httpGet': {'port': 'http'}, 'periodSeconds': 5}}]}"""));
    }

    @Test
    void amounts_times_and_bytes_have_their_json_forms() {
        JsonObject claim = read(
                "v1",
                "PersistentVolumeClaim",
                V1.PersistentVolumeClaim.newBuilder()
                        .setMetadata(Meta.ObjectMeta.newBuilder()
                                .setCreationTimestamp(Meta.Time.newBuilder().setSeconds(1700000000))
                                .addManagedFields(Meta.ManagedFieldsEntry.newBuilder()
                                        .setManager("m")
                                        .setFieldsV1(Meta.FieldsV1.newBuilder()
                                                .setRaw(ByteString.copyFromUtf8("{\"f:spec\":{}}")))))
                        .setSpec(V1.PersistentVolumeClaimSpec.newBuilder()
                                .setResources(V1.VolumeResourceRequirements.newBuilder()
                                        .putRequests(
                                                "storage",
                                                Quantity.newBuilder()
                                                        .setString("8Gi")
                                                        .build())))
                        .build());
        assertThat(claim.object("metadata")).isEqualTo(json("""
                {'creationTimestamp': '2023-11-14T22:13:20Z',
                 'managedFields': [{'manager': 'm', 'fieldsV1': {'f:spec': {}}}]}"""));
        assertThat(claim.object("spec")).isEqualTo(json("{'resources': {'requests': {'storage': '8Gi'}}}"));
        JsonObject secret = read(
                "v1",
                "Secret",
                V1.Secret.newBuilder()
                        .putData("empty", ByteString.EMPTY)
                        .putData("text", ByteString.copyFromUtf8("hello"))
                        .build());
        assertThat(secret.object("data")).isEqualTo(json("{'empty': '', 'text': 'aGVsbG8='}"));
    }

    @Test
    void leases_keep_microseconds() {
        JsonObject lease = json("""
                {'apiVersion': 'coordination.k8s.io/v1', 'kind': 'Lease', 'metadata': {'creationTimestamp': null},
                 'spec': {'leaseTransitions': 0, 'renewTime': '2026-01-02T03:04:05.000006Z'}}""");
        byte[] body = ProtobufObjects.body(lease);
        assertThat(ProtobufObjects.open(body, "", "").read()).isEqualTo(lease);
    }

    @Test
    void named_lists_are_lists() {
        JsonObject review = read(
                "authorization.k8s.io/v1",
                "SubjectAccessReview",
                V1Authorization.SubjectAccessReview.newBuilder()
                        .setSpec(V1Authorization.SubjectAccessReviewSpec.newBuilder()
                                .putExtra(
                                        "scopes",
                                        V1Authorization.ExtraValue.newBuilder()
                                                .addItems("a")
                                                .addItems("b")
                                                .build()))
                        .build());
        assertThat(review.object("spec")).isEqualTo(json("{'extra': {'scopes': ['a', 'b']}}"));
    }

    @Test
    void schemas_have_schemas_or_something_else() {
        JsonObject definition = json("""
                {'apiVersion': 'apiextensions.k8s.io/v1', 'kind': 'CustomResourceDefinition',
                 'metadata': {'name': 'things.example.com', 'creationTimestamp': null},
                 'spec': {'group': 'example.com', 'scope': 'Namespaced', 'names': {'plural': 'things', 'kind': 'Thing'},
                   'versions': [{'name': 'v1', 'served': true, 'storage': true, 'schema': {'openAPIV3Schema': {
                     'type': 'object', 'x-kubernetes-preserve-unknown-fields': false, '$ref': '#/x',
                     'properties': {
                       'list': {'type': 'array', 'items': {'type': 'string'}, 'maxItems': 0},
                       'tuple': {'items': [{'type': 'string'}, {'x-kubernetes-int-or-string': true}]},
                       'map': {'additionalProperties': {'type': 'number', 'minimum': 0.5}},
                       'open': {'additionalProperties': true, 'default': {'a': [1, null]}},
                       'closed': {'additionalProperties': false, 'enum': ['x', 1]}},
                     'dependencies': {'a': ['b'], 'c': {'type': 'object'}}}}}]},
                 'status': {'conditions': null, 'storedVersions': null, 'acceptedNames': {'plural': '', 'kind': ''}}}""");
        byte[] message = ProtobufObjects.message(definition);
        assertThat(ProtobufObjects.open(ProtobufObjects.body(definition), "", "")
                        .read())
                .isEqualTo(definition);
        assertThat(parsed(V1Apiextensions.CustomResourceDefinition.getDefaultInstance(), message)
                        .toByteArray())
                .isEqualTo(message);
    }

    private static Message parsed(Message type, byte[] bytes) {
        try {
            return type.getParserForType().parseFrom(bytes);
        } catch (com.google.protobuf.InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_message_in_parts_is_the_sum_of_its_parts() {
        ByteArrayOutputStream parts = new ByteArrayOutputStream();
        for (Meta.ObjectMeta part : List.of(
                Meta.ObjectMeta.newBuilder().setName("a").putLabels("x", "1").build(),
                Meta.ObjectMeta.newBuilder().setName("b").putLabels("y", "2").build())) {
            parts.writeBytes(V1.ConfigMap.newBuilder().setMetadata(part).build().toByteArray());
        }
        JsonObject map = ProtobufObjects.open(envelope("v1", "ConfigMap", parts.toByteArray()), "", "")
                .read();
        assertThat(map.object("metadata"))
                .isEqualTo(json("{'name': 'b', 'creationTimestamp': null, 'labels': {'x': '1', 'y': '2'}}"));
    }

    @Test
    void fields_of_newer_versions_are_passed_over() {
        JsonObject map = read(
                "v1",
                "ConfigMap",
                V1.ConfigMap.newBuilder()
                        .putData("a", "b")
                        .setUnknownFields(com.google.protobuf.UnknownFieldSet.newBuilder()
                                .addField(
                                        900,
                                        com.google.protobuf.UnknownFieldSet.Field.newBuilder()
                                                .addVarint(1)
                                                .addFixed32(2)
                                                .addFixed64(3)
                                                .addLengthDelimited(ByteString.copyFromUtf8("x"))
                                                .addGroup(com.google.protobuf.UnknownFieldSet.getDefaultInstance())
                                                .build())
                                .build())
                        .build());
        assertThat(map.object("data")).isEqualTo(json("{'a': 'b'}"));
    }

    @Test
    void plain_values_are_written_even_when_they_are_zero_and_pointers_are_not() throws Exception {
        JsonObject deployment = json("""
                {'apiVersion': 'apps/v1', 'kind': 'Deployment', 'metadata': {'name': 'web'},
                 'spec': {'replicas': 0, 'strategy': {'rollingUpdate': {'maxSurge': '25%', 'maxUnavailable': 0}}}}""");
        V1Apps.Deployment message = V1Apps.Deployment.parseFrom(ProtobufObjects.message(deployment));
        assertThat(message.getMetadata().hasNamespace()).isTrue();
        assertThat(message.getMetadata().hasDeletionTimestamp()).isFalse();
        assertThat(message.getSpec().hasReplicas()).isTrue();
        assertThat(message.getSpec().hasSelector()).isFalse();
        assertThat(message.getSpec().hasMinReadySeconds()).isTrue();
        assertThat(message.getSpec()
                        .getStrategy()
                        .getRollingUpdate()
                        .getMaxSurge()
                        .getStrVal())
                .isEqualTo("25%");
        assertThat(message.getSpec()
                        .getStrategy()
                        .getRollingUpdate()
                        .getMaxUnavailable()
                        .getType())
                .isZero();
        assertThat(message.hasStatus()).isTrue();
    }

    @Test
    void an_envelope_is_the_same_byte_for_byte() {
        byte[] raw = V1.ConfigMap.newBuilder().putData("a", "b").build().toByteArray();
        assertThat(ProtobufObjects.body("v1", "ConfigMap", raw)).isEqualTo(envelope("v1", "ConfigMap", raw));
    }

    @Test
    void a_watch_frame_is_its_length_and_an_event() throws Exception {
        byte[] frame = ProtobufObjects.watchFrame("ADDED", new byte[] {1, 2, 3});
        java.nio.ByteBuffer buffer = java.nio.ByteBuffer.wrap(frame);
        assertThat(buffer.getInt()).isEqualTo(buffer.remaining());
        Meta.WatchEvent event = Meta.WatchEvent.parseFrom(buffer);
        assertThat(event.getType()).isEqualTo("ADDED");
        assertThat(event.getObject().getRaw().toByteArray()).containsExactly(1, 2, 3);
    }
}
