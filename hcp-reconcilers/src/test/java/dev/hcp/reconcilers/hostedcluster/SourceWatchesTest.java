package dev.hcp.reconcilers.hostedcluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.reconcilers.Watch;
import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceWatchesTest {
    private final ClusterScene demo = new ClusterScene();

    private Collection<ObjectKey> concerned(Watch<?> watch, String metadata) {
        return watch.primaries()
                .apply(JsonObject.of("metadata", Json.parseObject(metadata.replace('\'', '"'))), demo.world);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'sshKey': {'name': 'x'}}",
                "{'auditWebhook': {'name': 'x'}}",
                "{'serviceAccountSigningKey': {'name': 'x'}}",
                "{'secretEncryption': {'aescbc': {'activeKey': {'name': 'x'}}}}",
                "{'secretEncryption': {'aescbc': {'backupKey': {'name': 'x'}}}}",
                "{'etcd': {'unmanaged': {'tls': {'clientSecret': {'name': 'x'}}}}}",
                "{'platform': {'kubevirt': {'credentials': {'infraKubeConfigSecret': {'name': 'x'}}}}}",
                "{'configuration': {'oauth': {'templates': {'login': {'name': 'x'}}}}}"
            })
    void a_secret_concerns_the_clusters_that_name_it(String spec) {
        assertThat(concerned(SourceWatches.secrets(), "{'name': 'x', 'namespace': 'clusters'}"))
                .isEmpty();
        demo.spec(Json.parseObject(spec.replace('\'', '"')).entrySet().stream()
                .flatMap(entry -> java.util.stream.Stream.of(entry.getKey(), entry.getValue()))
                .toArray());

        assertThat(concerned(SourceWatches.secrets(), "{'name': 'x', 'namespace': 'clusters'}"))
                .containsExactly(ClusterScene.KEY);
        assertThat(concerned(SourceWatches.secrets(), "{'name': 'x', 'namespace': 'elsewhere'}"))
                .isEmpty();
    }

    @Test
    void a_config_map_concerns_the_clusters_that_name_it() {
        demo.spec("additionalTrustBundle", JsonObject.of("name", "x"));

        assertThat(concerned(SourceWatches.configMaps(), "{'name': 'x', 'namespace': 'clusters'}"))
                .containsExactly(ClusterScene.KEY);
        assertThat(concerned(SourceWatches.configMaps(), "{'name': 'y', 'namespace': 'clusters'}"))
                .isEmpty();
    }

    @Test
    void what_a_cluster_owns_concerns_that_cluster() {
        assertThat(concerned(
                        SourceWatches.secrets(),
                        "{'name': 'demo-admin-kubeconfig', 'namespace': 'clusters',"
                                + " 'ownerReferences': [{'kind': 'HostedCluster', 'name': 'demo'}]}"))
                .containsExactly(ClusterScene.KEY);
    }
}
