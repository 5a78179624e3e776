package dev.hcp.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.hypershift.NodePool;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import org.junit.jupiter.api.Test;

class ManifestsTest {
    private static final String POOL = """
            apiVersion: hypershift.openshift.io/v1beta1
            kind: NodePool
            metadata:
              name: pool
            spec:
              clusterName: demo
              replicas: 2
            """;

    @Test
    void documents_are_read_in_their_order_and_empty_ones_left_out() {
        assertThat(Manifests.objects(
                        "---\n" + POOL + "---\n---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\n"))
                .hasExactlyElementsOfTypes(NodePool.class, ConfigMap.class)
                .extracting(object -> object.getMetadata().getName())
                .containsExactly("pool", "c");
    }

    @Test
    void json_is_read_too() {
        assertThat(Manifests.object(
                                "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"data\":{\"a\":\"1\"}}",
                                ConfigMap.class)
                        .getData())
                .containsEntry("a", "1");
    }

    @Test
    void lists_are_taken_apart() {
        String list =
                "apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: ConfigMap}\n- {apiVersion: v1, kind: Secret}\n";
        assertThat(Manifests.objects(list)).extracting(HasMetadata::getKind).containsExactly("ConfigMap", "Secret");
    }

    @Test
    void the_deprecated_version_is_converted() {
        NodePool pool =
                Manifests.object(POOL.replace("v1beta1", "v1alpha1").replace("replicas", "nodeCount"), NodePool.class);
        assertThat(pool.getSpec().getReplicas()).isEqualTo(2);
    }

    @Test
    void an_unknown_kind_is_refused() {
        assertThatThrownBy(() -> Manifests.objects("apiVersion: example.com/v1\nkind: Thing\n"))
                .isInstanceOf(HcpException.class)
                .hasMessageContaining("example.com/v1 Thing")
                .hasMessageContaining("unknown");
        assertThatThrownBy(() -> Manifests.objects(POOL.replace("kind: NodePool", "kind: Nodepool")))
                .isInstanceOf(HcpException.class);
        assertThatThrownBy(() -> Manifests.object(POOL, HostedCluster.class))
                .hasMessage("a HostedCluster was expected, and the manifest has a NodePool");
    }

    @Test
    void what_is_no_object_of_a_kind_is_refused() {
        assertThatThrownBy(() -> Manifests.trees("- a\n- b\n")).hasMessageContaining("an object was expected");
        assertThatThrownBy(() -> Manifests.trees("kind: Pod\n")).hasMessageContaining("it has no apiVersion");
        assertThatThrownBy(() -> Manifests.trees("apiVersion: v1\nkind: 7\n"))
                .hasMessageContaining("its kind is no text");
        assertThatThrownBy(() -> Manifests.trees("apiVersion: v1\nkind: Pod\nmetadata: x\n"))
                .hasMessageContaining("its metadata is no object");
    }

    @Test
    void a_key_that_is_set_twice_is_refused_with_its_line() {
        assertThatThrownBy(() -> Manifests.trees(POOL + "  replicas: 3\n"))
                .isInstanceOf(HcpException.class)
                .hasMessageContaining("document 1")
                .hasMessageContaining("line 8: key \"replicas\" already set in map");
    }

    @Test
    void malformed_text_is_refused() {
        assertThatThrownBy(() -> Manifests.trees("a: [1, 2\n")).isInstanceOf(HcpException.class);
        assertThatThrownBy(() -> Manifests.trees("{\"a\": }")).isInstanceOf(HcpException.class);
    }

    @Test
    void over_deep_nesting_is_refused() {
        String deep = "apiVersion: v1\nkind: Pod\nspec: " + "[".repeat(100_000) + "]".repeat(100_000);
        assertThatThrownBy(() -> Manifests.trees(deep))
                .isInstanceOf(HcpException.class)
                .hasMessageContaining("nested deeper than 200 levels");
    }

    @Test
    void multi_megabyte_texts_are_refused() {
        String long_ = "apiVersion: v1\nkind: ConfigMap\ndata:\n  a: " + "x".repeat(4 * 1024 * 1024) + "\n";
        assertThatThrownBy(() -> Manifests.trees(long_))
                .isInstanceOf(HcpException.class)
                .hasMessageContaining("an API server takes at most 3145728");
    }

    @Test
    void wrong_types_in_built_in_kinds_are_refused() {
        assertThatThrownBy(() -> Manifests.objects("apiVersion: v1\nkind: ConfigMap\ndata: [1]\n"))
                .isInstanceOf(HcpException.class)
                .hasMessageContaining("document 1");
    }
}
