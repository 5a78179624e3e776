package dev.hcp.api.crd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hcp.api.HcpException;
import dev.hcp.api.hypershift.ControlPlaneComponent;
import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.kubevirt.VirtualMachineInstance;
import dev.hcp.api.schema.Edition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CrdsTest {
    @ParameterizedTest
    @EnumSource
    void every_kind_has_a_definition_that_fabric8_understands(Edition edition) {
        assertThat(Crds.all(edition)).hasSameSizeAs(Crds.kinds(edition)).allSatisfy(definition -> {
            CustomResourceDefinition typed = Json.toType(definition, CustomResourceDefinition.class);
            assertThat(Json.toTree(typed).without("metadata").without("spec"))
                    .isEqualTo(definition.without("metadata").without("spec"));
            assertThat(typed.getSpec().getVersions())
                    .filteredOn(CustomResourceDefinitionVersion::getStorage)
                    .hasSize(1);
        });
    }

    @ParameterizedTest
    @EnumSource
    void the_yaml_says_what_the_json_says(Edition edition) throws IOException {
        for (JsonObject definition : Crds.all(edition)) {
            String file = "/crds/" + edition.value() + "/" + definition.text("metadata", "name") + ".yaml";
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
    void the_latest_edition_has_kinds_members_and_columns_that_the_first_has_not() {
        assertThat(Crds.kinds()).doesNotContain(ControlPlaneComponent.class);
        assertThat(Crds.kinds(Edition.LATEST)).contains(ControlPlaneComponent.class);
        JsonObject latest = Crds.of(HostedCluster.class, Edition.LATEST);
        assertThat(columns(latest)).contains("CP Version");
        assertThat(specOf(latest)).containsKey("capabilities");
        assertThat(specOf(Crds.hostedCluster())).doesNotContainKey("capabilities");
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

    private static JsonObject specOf(JsonObject definition) {
        return version(definition).object("schema", "openAPIV3Schema", "properties", "spec", "properties");
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
