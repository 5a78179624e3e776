package dev.hcp.api.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hcp.api.HcpException;
import dev.hcp.api.crd.Crds;
import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.hypershift.NodePool;
import dev.hcp.api.hypershift.NodePoolPlatform;
import dev.hcp.api.hypershift.NodePoolStatus;
import dev.hcp.api.hypershift.UpgradeType;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.validation.Validator;
import io.fabric8.kubernetes.client.CustomResource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ResourceBuilderTest {
    static Stream<Class<? extends CustomResource<?, ?>>> kinds() {
        return Crds.kinds(Edition.LATEST).stream();
    }

    private static NodePool pool() {
        return NodePool.builder()
                .namespace("clusters")
                .name("workers")
                .label("team", "platform")
                .annotation("note", "mine")
                .finalizer("example.com/keep")
                .finalizer("example.com/keep")
                .spec(spec -> spec.clusterName("demo").replicas(3))
                .build();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void every_kind_has_a_builder_that_makes_it_and_starts_from_it(Class<? extends CustomResource<?, ?>> kind)
            throws ReflectiveOperationException {
        ResourceBuilder<?, ?, ?, ?> builder =
                (ResourceBuilder<?, ?, ?, ?>) kind.getMethod("builder").invoke(null);
        CustomResource<?, ?> built = builder.name("one").build();
        assertThat(built).isInstanceOf(kind);
        assertThat(built.getMetadata().getName()).isEqualTo("one");
        ResourceBuilder<?, ?, ?, ?> again =
                (ResourceBuilder<?, ?, ?, ?>) kind.getMethod("toBuilder").invoke(built);
        assertThat(again.build().getMetadata()).isEqualTo(built.getMetadata());
    }

    @Test
    void metadata_and_spec_are_set_by_name() {
        NodePool pool = pool();
        assertThat(pool.getApiVersion()).isEqualTo("hypershift.openshift.io/v1beta1");
        assertThat(pool.getMetadata().getNamespace()).isEqualTo("clusters");
        assertThat(pool.getMetadata().getLabels()).containsEntry("team", "platform");
        assertThat(pool.getMetadata().getAnnotations()).containsEntry("note", "mine");
        assertThat(pool.getMetadata().getFinalizers()).containsExactly("example.com/keep");
        assertThat(pool.getSpec().getReplicas()).isEqualTo(3);
    }

    @Test
    void an_edit_starts_from_what_is_there_and_leaves_it_as_it_is() {
        NodePool pool = pool();
        NodePool larger = pool.toBuilder()
                .spec(spec -> spec.replicas(5))
                .label("team", "other")
                .status(NodePoolStatus.builder().replicas(4).build())
                .build();
        assertThat(larger.getSpec().getClusterName()).isEqualTo("demo");
        assertThat(larger.getSpec().getReplicas()).isEqualTo(5);
        assertThat(larger.getStatus().getReplicas()).isEqualTo(4);
        assertThat(pool.getSpec().getReplicas()).isEqualTo(3);
        assertThat(pool.getMetadata().getLabels()).containsEntry("team", "platform");
        assertThat(pool.getStatus()).isNull();
    }

    @Test
    void each_build_is_independent_of_the_next() {
        var builder = pool().toBuilder();
        NodePool first = builder.build();
        NodePool second = builder.name("others").build();
        first.getMetadata().getLabels().put("only", "first");
        assertThat(second.getMetadata().getName()).isEqualTo("others");
        assertThat(second.getMetadata().getLabels()).doesNotContainKey("only");
    }

    @Test
    void an_owner_needs_the_uid_that_a_server_gave_it() {
        HostedCluster cluster =
                HostedCluster.builder().namespace("clusters").name("demo").build();
        assertThatThrownBy(() -> NodePool.builder().controlledBy(cluster))
                .isInstanceOf(HcpException.class)
                .hasMessageContaining("HostedCluster demo cannot be an owner: it has no uid");
        cluster.getMetadata().setUid("uid-1");
        assertThat(NodePool.builder()
                        .name("pool")
                        .controlledBy(cluster)
                        .build()
                        .getMetadata()
                        .getOwnerReferences())
                .singleElement()
                .satisfies(owner -> {
                    assertThat(owner.getUid()).isEqualTo("uid-1");
                    assertThat(owner.getKind()).isEqualTo("HostedCluster");
                    assertThat(owner.getController()).isTrue();
                });
    }

    @Test
    void the_node_pool_of_the_readme_is_valid() {
        NodePool pool = NodePool.builder()
                .namespace("clusters")
                .name("demo-large")
                .spec(spec -> spec.clusterName("demo")
                        .replicas(2)
                        .release(release -> release.image("quay.io/openshift-release-dev/ocp-release:4.17.0-x86_64"))
                        .management(management -> management.upgradeType(UpgradeType.REPLACE))
                        .platform(NodePoolPlatform.kubevirt(kubevirt -> kubevirt.compute(compute -> compute.cores(8))
                                .rootVolume(volume -> volume.persistent(disk -> disk)))))
                .build();
        Validator.validate(pool).orThrow();
        assertThat(Validator.validate(pool.toBuilder()
                                .spec(spec -> spec.replicas(4)
                                        .autoScaling(scaling -> scaling.min(1).max(2)))
                                .build())
                        .message())
                .contains("Both replicas or autoScaling should not be set");
    }

    @Test
    void metadata_that_the_builder_does_not_name_can_be_edited() {
        NodePool pool = pool().toBuilder()
                .metadata(meta -> meta.withResourceVersion("7"))
                .build();
        assertThat(pool.getMetadata().getResourceVersion()).isEqualTo("7");
        assertThat(List.of(pool.getMetadata().getName())).containsExactly("workers");
    }
}
