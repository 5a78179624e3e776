package dev.hcp.api.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hcp.api.HcpException;
import dev.hcp.api.crd.Crds;
import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.hypershift.NodePool;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValidatorTest {
    static JsonObject cluster() {
        return JsonObject.of(
                "apiVersion",
                "hypershift.openshift.io/v1beta1",
                "kind",
                "HostedCluster",
                "metadata",
                JsonObject.of("name", "demo", "namespace", "clusters"),
                "spec",
                JsonObject.of(
                        "release",
                        JsonObject.of("image", "quay.io/openshift-release-dev/ocp-release:4.17.0-x86_64"),
                        "pullSecret",
                        JsonObject.of("name", "pull"),
                        "sshKey",
                        JsonObject.EMPTY,
                        "networking",
                        JsonObject.of("networkType", "OVNKubernetes"),
                        "platform",
                        JsonObject.of("type", "KubeVirt"),
                        "services",
                        services("APIServer", "OAuthServer", "Konnectivity", "Ignition")));
    }

    private static JsonArray services(String... names) {
        return JsonArray.copyOf(List.of(names).stream()
                .map(name ->
                        JsonObject.of("service", name, "servicePublishingStrategy", JsonObject.of("type", "Route")))
                .toList());
    }

    private static JsonObject pool(JsonObject spec) {
        return JsonObject.of(
                "apiVersion",
                "hypershift.openshift.io/v1beta1",
                "kind",
                "NodePool",
                "metadata",
                JsonObject.of("name", "pool", "namespace", "clusters"),
                "spec",
                spec);
    }

    private static List<String> messages(ValidationResult result) {
        return result.errors().stream().map(FieldError::message).toList();
    }

    @Test
    void a_valid_object_has_no_errors() {
        JsonObject valid = cluster().withAt(JsonObject.of("name", "key"), "spec", "sshKey");
        assertThat(messages(Validator.validate(Json.toType(valid, HostedCluster.class))))
                .isEmpty();
    }

    @Test
    void what_is_missing_or_wrong_is_told_by_field() {
        ValidationResult result = Validator.of(NodePool.class).create(pool(JsonObject.of("replicas", "three")));
        assertThat(messages(result))
                .contains(
                        "spec.replicas: Invalid value: \"string\": spec.replicas in body must be of type integer: "
                                + "\"string\"",
                        "spec.clusterName: Required value",
                        "spec.release: Required value");
        assertThat(result.isValid()).isFalse();
        assertThat(result.message()).startsWith("NodePool.hypershift.openshift.io \"pool\" is invalid: [");
    }

    @Test
    void values_that_the_models_could_not_read_are_reported_too() {
        NodePool pool = Json.toType(pool(JsonObject.of("replicas", "three")), NodePool.class);
        assertThat(pool.getSpec().getReplicas()).isNull();
        assertThat(messages(Validator.validate(pool)))
                .contains("spec.replicas: Invalid value: \"string\": spec.replicas in body must be of type integer: "
                        + "\"string\"");
    }

    @Test
    void unknown_fields_are_warned_of() {
        JsonObject typo = cluster().withAt("x", "spec", "chanel");
        assertThat(Validator.of(HostedCluster.class).create(typo).warnings()).contains("unknown field \"spec.chanel\"");
    }

    @Test
    void names_and_labels_are_checked() {
        JsonObject bad = cluster().withAt("Not_a_name", "metadata", "name").withAt("a b", "metadata", "labels", "x");
        assertThat(messages(Validator.of(HostedCluster.class).create(bad)))
                .anyMatch(message ->
                        message.startsWith("metadata.name: Invalid value: \"Not_a_name\": a lowercase RFC 1123"))
                .anyMatch(message -> message.startsWith("metadata.labels: Invalid value: \"a b\": a valid label"));
    }

    @Test
    void a_rule_over_two_states_is_evaluated_on_update() {
        HostedCluster old = Json.toType(cluster(), HostedCluster.class);
        HostedCluster changed = Json.toType(
                cluster().withAt(services("APIServer", "OAuthServer", "Konnectivity"), "spec", "services"),
                HostedCluster.class);
        assertThat(Validator.validateUpdate(old, old).isValid()).isTrue();
        assertThat(messages(Validator.validateUpdate(changed, old))).isNotEmpty();
    }

    @Test
    void an_invalid_object_can_be_an_exception() {
        ValidationResult result = Validator.of(NodePool.class).create(pool(JsonObject.EMPTY));
        assertThatThrownBy(result::orThrow)
                .isInstanceOf(InvalidObjectException.class)
                .hasMessageContaining("spec.clusterName: Required value");
    }

    @Test
    void an_object_of_another_kind_is_refused() {
        assertThatThrownBy(() -> Validator.of(Crds.nodePool()).create(cluster()))
                .isInstanceOf(HcpException.class)
                .hasMessageContaining("HostedCluster")
                .hasMessageContaining("NodePool");
    }
}
