package dev.hcp.simulator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.kinds.BuiltInKinds;
import dev.hcp.simulator.apiserver.protobuf.ProtobufObjects;
import io.kubernetes.client.proto.Meta;
import io.kubernetes.client.proto.Runtime;
import io.kubernetes.client.proto.V1;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers as typed Go clients ask for them. */
final class ProtobufResponsesTest {
    private static final String PROTOBUF = "application/vnd.kubernetes.protobuf";
    private static final String CONFIG_MAPS = "/api/v1/namespaces/default/configmaps";
    private static final String THINGS = "/apis/example.com/v1/namespaces/default/things";

    private final TestServer api = new TestServer();

    @BeforeEach
    void an_object_of_a_built_in_kind_and_one_of_a_custom_kind() {
        api.post(CONFIG_MAPS, TestServer.configMap("seeds", "tomato", "red"));
        api.post("/apis/apiextensions.k8s.io/v1/customresourcedefinitions", Json.parseObject("""
                {"apiVersion": "apiextensions.k8s.io/v1", "kind": "CustomResourceDefinition",
                 "metadata": {"name": "things.example.com"},
                 "spec": {"group": "example.com", "scope": "Namespaced", "names": {"plural": "things", "kind": "Thing"},
                   "versions": [{"name": "v1", "served": true, "storage": true,
                     "schema": {"openAPIV3Schema": {"type": "object"}}}]}}"""));
        api.post(
                THINGS,
                JsonObject.of("apiVersion", "example.com/v1", "kind", "Thing", "metadata", JsonObject.of("name", "t")));
    }

    private record Answer(int status, String contentType, byte[] body) {
        Runtime.Unknown envelope() throws Exception {
            assertThat(Arrays.copyOf(body, 4)).containsExactly('k', '8', 's', 0);
            return Runtime.Unknown.parseFrom(Arrays.copyOfRange(body, 4, body.length));
        }

        JsonObject object() {
            return ProtobufObjects.open(body, "", "").read();
        }
    }

    private Answer send(String method, String path, byte[] body, String accept) {
        Map<String, String> headers =
                Map.of("Accept", accept, "Content-Type", body.length == 0 ? "" : "application/merge-patch+json");
        ApiResponse response = api.server.handle(api.request(method, path, headers, body));
        ApiResponse.Whole whole =
                response instanceof ApiResponse.Pieces pieces ? pieces.joined() : (ApiResponse.Whole) response;
        return new Answer(whole.status(), whole.headers().get("Content-Type").get(0), whole.body());
    }

    private Answer get(String path, String accept) {
        return send("GET", path, new byte[0], accept);
    }

    @Test
    void every_kind_that_the_server_is_built_with_has_a_message() {
        assertThat(BuiltInKinds.catalogue().groups()).allSatisfy(group -> BuiltInKinds.catalogue()
                .versions(group)
                .forEach(version -> BuiltInKinds.catalogue()
                        .resources(group, version)
                        .forEach(resource -> assertThat(ProtobufObjects.isKnown(resource.apiVersion(), resource.kind()))
                                .as(resource.apiVersion() + " " + resource.kind())
                                .isTrue())));
    }

    @Test
    void an_object_travels_in_an_envelope() throws Exception {
        Answer answer = get(CONFIG_MAPS + "/seeds", PROTOBUF);
        assertThat(answer.contentType()).isEqualTo(PROTOBUF);
        assertThat(answer.envelope().getTypeMeta().getApiVersion()).isEqualTo("v1");
        assertThat(answer.envelope().getTypeMeta().getKind()).isEqualTo("ConfigMap");
        V1.ConfigMap map = V1.ConfigMap.parseFrom(answer.envelope().getRaw());
        assertThat(map.getDataMap()).containsExactly(Map.entry("tomato", "red"));
        assertThat(map.getMetadata().getName()).isEqualTo("seeds");
        assertThat(map.getMetadata().getCreationTimestamp().getSeconds()).isEqualTo(1_700_000_000L);
        assertThat(map.getMetadata().getManagedFields(0).getFieldsV1().getRaw().toStringUtf8())
                .isEqualTo("{\"f:data\":{\".\":{},\"f:tomato\":{}}}");
        assertThat(answer.object()).isEqualTo(api.get(CONFIG_MAPS + "/seeds").body());
    }

    @Test
    void a_list_has_its_items_in_it() throws Exception {
        api.post(CONFIG_MAPS, TestServer.configMap("tools"));
        Answer answer = get(CONFIG_MAPS + "?limit=1", PROTOBUF);
        assertThat(answer.envelope().getTypeMeta().getKind()).isEqualTo("ConfigMapList");
        V1.ConfigMapList list = V1.ConfigMapList.parseFrom(answer.envelope().getRaw());
        assertThat(list.getItemsList().stream().map(item -> item.getMetadata().getName()))
                .containsExactly("seeds");
        assertThat(list.getMetadata().getContinue()).isNotEmpty();
        assertThat(list.getMetadata().getRemainingItemCount()).isEqualTo(1);
        JsonObject asJson = api.get(CONFIG_MAPS).body();
        assertThat(get(CONFIG_MAPS, PROTOBUF).object().array("items")).isEqualTo(asJson.array("items"));
        assertThat(V1.SecretList.parseFrom(
                                get("/api/v1/secrets", PROTOBUF).envelope().getRaw())
                        .getItemsCount())
                .isZero();
    }

    @Test
    void writes_are_answered_in_it_and_so_are_sub_resources() throws Exception {
        byte[] patch = "{\"data\":{\"tomato\":\"yellow\"}}".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Answer patched = send("PATCH", CONFIG_MAPS + "/seeds", patch, PROTOBUF);
        assertThat(patched.object().at("data", "tomato")).isEqualTo("yellow");
        Answer deleted = send("DELETE", CONFIG_MAPS + "/seeds", new byte[0], PROTOBUF);
        assertThat(Meta.Status.parseFrom(deleted.envelope().getRaw()).getStatus())
                .isEqualTo("Success");
        api.post("/apis/apps/v1/namespaces/default/deployments", Json.parseObject("""
                {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "web"},
                 "spec": {"replicas": 3, "selector": {"matchLabels": {"a": "b"}},
                   "template": {"metadata": {"labels": {"a": "b"}},
                                "spec": {"containers": [{"name": "c", "image": "i"}]}}}}"""));
        JsonObject scale = get("/apis/apps/v1/namespaces/default/deployments/web/scale", PROTOBUF)
                .object();
        assertThat(scale.text("kind")).isEqualTo("Scale");
        assertThat(scale.at("spec", "replicas")).isEqualTo(3L);
    }

    @Test
    void refusals_are_in_it_too() throws Exception {
        Answer missing = get(CONFIG_MAPS + "/none", PROTOBUF);
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.contentType()).isEqualTo(PROTOBUF);
        Meta.Status status = Meta.Status.parseFrom(missing.envelope().getRaw());
        assertThat(status.getMessage()).isEqualTo("configmaps \"none\" not found");
        assertThat(status.getReason()).isEqualTo("NotFound");
        assertThat(status.getCode()).isEqualTo(404);
        assertThat(status.getDetails().getKind()).isEqualTo("configmaps");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            application/vnd.kubernetes.protobuf,application/json             | application/vnd.kubernetes.protobuf
            application/vnd.kubernetes.protobuf;q=0.5,application/json       | application/json
            application/json;q=0.5,application/vnd.kubernetes.protobuf;q=0.9 | application/vnd.kubernetes.protobuf
            application/vnd.kubernetes.protobuf, */*                         | application/vnd.kubernetes.protobuf
            application/vnd.kubernetes.protobuf;as=Table;v=v1;g=meta.k8s.io,application/json | application/json
            application/vnd.kubernetes.protobuf;as=PartialObjectMetadata;v=v1;g=meta.k8s.io | application/vnd.kubernetes.protobuf
            """)
    void the_form_that_is_wanted_most_is_taken(String accept, String contentType) {
        assertThat(get(CONFIG_MAPS + "/seeds", accept).contentType()).isEqualTo(contentType);
    }

    @Test
    void tables_and_custom_resources_have_no_such_form() throws Exception {
        Answer table = get(CONFIG_MAPS, PROTOBUF + ";as=Table;v=v1;g=meta.k8s.io");
        assertThat(table.status()).isEqualTo(406);
        Answer custom = get(THINGS + "/t", PROTOBUF);
        assertThat(custom.status()).isEqualTo(406);
        assertThat(custom.contentType()).isEqualTo(PROTOBUF);
        assertThat(Meta.Status.parseFrom(custom.envelope().getRaw()).getMessage())
                .isEqualTo("only the following media types are accepted: application/json, application/yaml, "
                        + "application/vnd.kubernetes.protobuf");
        assertThat(get(THINGS + "/t", PROTOBUF + ",application/json").contentType())
                .isEqualTo("application/json");
    }

    @Test
    void metadata_alone_has_one_also_that_of_custom_resources() throws Exception {
        String list = PROTOBUF + ";as=PartialObjectMetadataList;v=v1;g=meta.k8s.io";
        Answer answer = get(THINGS, list);
        assertThat(answer.envelope().getTypeMeta().getKind()).isEqualTo("PartialObjectMetadataList");
        assertThat(answer.envelope().getTypeMeta().getApiVersion()).isEqualTo("meta.k8s.io/v1");
        Meta.PartialObjectMetadataList things =
                Meta.PartialObjectMetadataList.parseFrom(answer.envelope().getRaw());
        assertThat(things.getItems(0).getMetadata().getName()).isEqualTo("t");
        assertThat(things.getMetadata().getResourceVersion()).isNotEmpty();
    }

    @Test
    void discovery_documents_have_one() {
        assertThat(get("/api/v1", PROTOBUF).object().without("apiVersion"))
                .isEqualTo(api.get("/api/v1").body());
        assertThat(get("/apis/apps/v1", PROTOBUF).object())
                .isEqualTo(api.get("/apis/apps/v1").body());
        assertThat(get("/apis", PROTOBUF).object().array("groups"))
                .isEqualTo(api.get("/apis").body().array("groups"));
        assertThat(get("/api", PROTOBUF).object().array("versions")).containsExactly("v1");
    }

    private List<Meta.WatchEvent> events(String path, String accept) throws Exception {
        ApiResponse.Stream stream =
                (ApiResponse.Stream) api.server.handle(api.request("GET", path, Map.of("Accept", accept), new byte[0]));
        assertThat(stream.headers()).containsEntry("Content-Type", List.of(PROTOBUF + ";stream=watch"));
        List<Meta.WatchEvent> events = new ArrayList<>();
        for (byte[] frame = stream.frames().poll();
                frame != null;
                frame = stream.frames().poll()) {
            ByteBuffer bytes = ByteBuffer.wrap(frame);
            assertThat(bytes.getInt()).isEqualTo(bytes.remaining());
            events.add(Meta.WatchEvent.parseFrom(bytes));
        }
        stream.frames().close();
        return events;
    }

    private static JsonObject object(Meta.WatchEvent event) {
        ByteString raw = event.getObject().getRaw();
        return ProtobufObjects.open(raw.toByteArray(), "", "").read();
    }

    @Test
    void a_watch_is_a_sequence_of_messages() throws Exception {
        String revision = api.get(CONFIG_MAPS + "/seeds").body().text("metadata", "resourceVersion");
        JsonObject changed =
                api.merge(CONFIG_MAPS + "/seeds", "{\"data\":{\"a\":\"b\"}}").body();
        api.delete(CONFIG_MAPS + "/seeds");
        List<Meta.WatchEvent> events =
                events(CONFIG_MAPS + "?watch=1&resourceVersion=" + revision, PROTOBUF + ";stream=watch");
        assertThat(events.stream().map(Meta.WatchEvent::getType)).containsExactly("MODIFIED", "DELETED");
        assertThat(object(events.get(0))).isEqualTo(changed);
    }

    @Test
    void bookmarks_and_failures_of_a_watch_are_messages() throws Exception {
        List<Meta.WatchEvent> events = events(
                THINGS + "?watch=1&sendInitialEvents=true&allowWatchBookmarks=true&resourceVersionMatch=NotOlderThan",
                PROTOBUF + ";as=PartialObjectMetadata;v=v1;g=meta.k8s.io");
        assertThat(events.stream().map(Meta.WatchEvent::getType)).containsExactly("ADDED", "BOOKMARK");
        assertThat(object(events.get(1)).at("metadata", "annotations", "k8s.io/initial-events-end"))
                .isEqualTo("true");
        api.server.compactHistory();
        List<Meta.WatchEvent> failed = events(CONFIG_MAPS + "?watch=1&resourceVersion=1", PROTOBUF);
        assertThat(failed.stream().map(Meta.WatchEvent::getType)).containsExactly("ERROR");
        assertThat(object(failed.get(0)).get("code")).isEqualTo(410L);
    }
}
