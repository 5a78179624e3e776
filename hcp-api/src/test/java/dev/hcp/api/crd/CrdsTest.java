package dev.hcp.api.crd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hcp.api.HcpException;
import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.kubevirt.VirtualMachineInstance;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CrdsTest {
    @Test
    void every_kind_has_a_definition_that_fabric8_understands() {
        assertThat(Crds.all()).hasSameSizeAs(Crds.kinds()).allSatisfy(definition -> {
            CustomResourceDefinition typed = Json.toType(definition, CustomResourceDefinition.class);
            assertThat(Json.toTree(typed).without("metadata").without("spec"))
                    .isEqualTo(definition.without("metadata").without("spec"));
            assertThat(typed.getSpec().getVersions()).hasSize(1);
        });
    }

    @Test
    void the_yaml_says_what_the_json_says() throws IOException {
        for (JsonObject definition : Crds.all()) {
            String file = "/crds/4.17/" + definition.text("metadata", "name") + ".yaml";
            try (InputStream in = CrdsTest.class.getResourceAsStream(file)) {
                assertThat(in).as(file).isNotNull();
                assertThat(Json.freeze(Json.serialization().unmarshal(in, Map.class)))
                        .isEqualTo(definition);
            }
        }
    }

    @Test
    void a_hosted_cluster_prints_its_documented_columns() {
        assertThat(columns(Crds.hostedCluster()))
                .containsExactly("Version", "KubeConfig", "Progress", "Available", "Progressing", "Message");
        assertThat(Crds.of(HostedCluster.class)).isSameAs(Crds.hostedCluster());
    }

    @Test
    void a_node_pool_prints_its_documented_columns_and_scales() {
        assertThat(columns(Crds.nodePool()))
                .containsExactly(
                        "Cluster",
                        "Desired Nodes",
                        "Current Nodes",
                        "Autoscaling",
                        "Autorepair",
                        "Version",
                        "UpdatingVersion",
                        "UpdatingConfig",
                        "Message");
        assertThat(version(Crds.nodePool()).text("subresources", "scale", "specReplicasPath"))
                .isEqualTo(".spec.replicas");
    }

    @Test
    void a_name_without_definition_is_refused_with_those_there_are() {
        assertThatThrownBy(() -> Crds.named("teapots.example.com"))
                .isInstanceOf(HcpException.class)
                .hasMessageContaining("teapots.example.com")
                .hasMessageContaining("hostedclusters.hypershift.openshift.io");
    }

    @Test
    void subtrees_without_types_lose_nothing() {
        JsonObject spec = version(Crds.of(VirtualMachineInstance.class))
                .object("schema", "openAPIV3Schema", "properties", "spec");
        assertThat(spec.isTrue("x-kubernetes-preserve-unknown-fields")).isTrue();
    }

    private static JsonObject version(JsonObject definition) {
        return definition.array("spec", "versions").object(0);
    }

    private static List<String> columns(JsonObject definition) {
        return version(definition).array("additionalPrinterColumns").stream()
                .map(column -> String.valueOf(((JsonObject) column).text("name")))
                .toList();
    }
}
