package dev.hcp.simulator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonObject;
import org.junit.jupiter.api.Test;

/** Scales, and who owns the replicas after them. */
class ScaleOwnershipTest {
    private static final String DEPLOYMENT = "/apis/apps/v1/namespaces/demo/deployments/d";
    private static final String CONFIG = """
            {apiVersion: apps/v1, kind: Deployment, metadata: {name: d}, spec: {%s selector: {matchLabels: {app: d}},
            template: {metadata: {labels: {app: d}}, spec: {containers: [{name: c, image: i}]}}}}""";
    private static final String SCALE = "{apiVersion: autoscaling/v1, kind: Scale, spec: {replicas: %d}}";

    private final ApplyFixture fixture = new ApplyFixture();
    private final TestServer server = fixture.server;

    private TestServer.Answer applyDeployment(String manager, String replicas) {
        return server.apply(DEPLOYMENT + "?fieldManager=" + manager, CONFIG.formatted(replicas));
    }

    private TestServer.Answer applyScale(String path, String manager, int replicas) {
        return server.apply(path + "/scale?fieldManager=" + manager, SCALE.formatted(replicas));
    }

    @Test
    void who_scales_takes_the_replicas_and_has_no_time() {
        applyDeployment("one", "replicas: 1,");
        server.merge(DEPLOYMENT + "/scale?fieldManager=scaler", "{\"spec\":{\"replicas\":3}}");
        JsonObject stored = server.get(DEPLOYMENT).body();
        assertThat(ApplyFixture.owners(stored)).containsExactly("one Apply", "scaler Update scale");
        JsonObject scaler = stored.array("metadata", "managedFields").object(1);
        assertThat(scaler).doesNotContainKey("time").containsEntry("apiVersion", "apps/v1");
        assertThat(scaler.object("fieldsV1").toString()).isEqualTo("{\"f:spec\":{\"f:replicas\":{}}}");
        assertThat(ApplyFixture.fields(stored, "one", "Apply")).doesNotContain("f:replicas");
        assertThat(applyDeployment("one", "replicas: 1,").message())
                .isEqualTo("Apply failed with 1 conflict: conflict with \"scaler\" with subresource \"scale\" using "
                        + "apps/v1: .spec.replicas");
        assertThat(applyScale(DEPLOYMENT, "two", 5).message())
                .isEqualTo("Apply failed with 1 conflict: conflict with \"scaler\" with subresource \"scale\" using "
                        + "autoscaling/v1: .spec.replicas");
    }

    @Test
    void a_scale_can_be_applied_and_shared() {
        applyDeployment("one", "replicas: 2,");
        assertThat(applyScale(DEPLOYMENT, "two", 2).body().object("spec")).isEqualTo(JsonObject.of("replicas", 2L));
        JsonObject stored = server.get(DEPLOYMENT).body();
        assertThat(ApplyFixture.owners(stored)).containsExactly("two Apply scale", "one Apply");
        assertThat(ApplyFixture.fields(stored, "one", "Apply")).contains("f:replicas");
        assertThat(applyScale(DEPLOYMENT, "two", 4).status()).isEqualTo(409);
    }

    @Test
    void an_applied_scale_fits_the_schema_of_scales() {
        applyDeployment("one", "replicas: 2,");
        assertThat(server.apply(
                                DEPLOYMENT + "/scale?fieldManager=two",
                                "{apiVersion: autoscaling/v1, kind: Scale, metadata: {name: d}, spec: {nope: 1}}")
                        .message())
                .isEqualTo(
                        "failed to create typed patch object (/d; autoscaling/v1, Kind=Scale): .spec.nope: field not "
                                + "declared in schema");
        assertThat(server.apply(DEPLOYMENT + "/scale?fieldManager=two", CONFIG.formatted(""))
                        .message())
                .isEqualTo("invalid object type: apps/v1, Kind=Deployment");
    }

    @Test
    void a_scale_is_locked_by_its_version_and_its_uid() {
        applyDeployment("one", "replicas: 1,");
        JsonObject scale = server.get(DEPLOYMENT + "/scale").body();
        server.merge(DEPLOYMENT, "{\"metadata\":{\"labels\":{\"a\":\"b\"}}}");
        assertThat(server.put(DEPLOYMENT + "/scale", scale).status()).isEqualTo(409);
        JsonObject unlocked = scale.withoutAt("metadata", "resourceVersion");
        assertThat(server.put(DEPLOYMENT + "/scale", unlocked.withAt(4L, "spec", "replicas"))
                        .status())
                .isEqualTo(200);
        assertThat(server.put(DEPLOYMENT + "/scale", unlocked.withAt("other", "metadata", "uid"))
                        .message())
                .startsWith(
                        "Operation cannot be fulfilled on deployments/scale.apps \"d\": Precondition failed: UID in "
                                + "precondition: other, UID in object meta: ");
    }

    @Test
    void replicas_are_not_negative() {
        applyDeployment("one", "replicas: 1,");
        assertThat(server.merge(DEPLOYMENT + "/scale", "{\"spec\":{\"replicas\":-1}}")
                        .message())
                .isEqualTo("Scale.autoscaling \"d\" is invalid: spec.replicas: Invalid value: -1: must be greater than "
                        + "or equal to 0");
        fixture.create("one", "{replicas: 1}");
        assertThat(server.merge(ApplyFixture.A + "/scale", "{\"spec\":{\"replicas\":-3}}")
                        .message())
                .isEqualTo("Sort.test.example.com \"a\" is invalid: .spec.replicas: Invalid value: -3: should be a "
                        + "non-negative integer");
    }

    @Test
    void replicas_of_nobody_stay_nobodys_when_a_custom_resource_is_scaled() {
        fixture.create("one", "{replicas: 1}");
        server.merge(ApplyFixture.A + "/scale?fieldManager=scaler", "{\"spec\":{\"replicas\":3}}");
        assertThat(ApplyFixture.owners(fixture.stored())).containsExactly("scaler Update scale", "one Update");
        fixture.apply("two", "{a: x}");
        fixture.server.jsonPatch(ApplyFixture.A, "[{\"op\":\"remove\",\"path\":\"/spec/replicas\"}]");
        fixture.server.delete(ApplyFixture.A);
        fixture.apply("two", "{a: x}");
        assertThat(server.get(ApplyFixture.A + "/scale").message())
                .isEqualTo("Internal error occurred: the spec replicas field \".spec.replicas\" does not exist");
        assertThat(server.merge(ApplyFixture.A + "/scale", "{\"spec\":{}}").message())
                .isEqualTo("the spec replicas field \".spec.replicas\" cannot be empty");
        server.merge(ApplyFixture.A + "/scale?fieldManager=scaler", "{\"spec\":{\"replicas\":3}}");
        assertThat(fixture.spec()).containsEntry("replicas", 3L);
        assertThat(ApplyFixture.owners(fixture.stored())).containsExactly("two Apply");
        TestServer.Answer applied = applyScale(ApplyFixture.A, "three", 4);
        assertThat(applied.status()).isEqualTo(500);
        assertThat(applied.message())
                .isEqualTo("failed to create manager for existing fields: failed to convert live object (/; "
                        + "autoscaling/v1, Kind=Scale) to proper version: request to convert CR to an invalid "
                        + "group/version: autoscaling/v1");
    }
}
