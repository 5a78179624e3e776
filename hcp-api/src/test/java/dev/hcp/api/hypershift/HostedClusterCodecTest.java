package dev.hcp.api.hypershift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import org.junit.jupiter.api.Test;

class HostedClusterCodecTest {
    private static final String MANIFEST = """
            {"apiVersion":"hypershift.openshift.io/v1beta1","kind":"HostedCluster",
             "metadata":{"name":"a","namespace":"clusters"},
             "spec":{"platform":{"type":"KubeVirt","kubevirt":{"generateID":"x","novelty":[1,{"a":null}]}},
               "pullSecret":{"name":"pull"},"fips":false,"dns":{"baseDomain":"example.com","baseDomainPrefix":""},
               "nodeSelector":{},"tolerations":[{"key":"k","operator":"Exists"}],
               "services":[{"service":"Telepathy","servicePublishingStrategy":{"type":"Route"}}],
               "etcd":{"managementType":"Managed","managed":{"storage":{"type":"PersistentVolume",
                 "persistentVolume":{"size":"8Gi"}}}},
               "futureField":{"deep":true}},
             "status":{"conditions":[{"type":"Available","status":"True","reason":"AsExpected","message":"",
               "lastTransitionTime":"2026-01-01T00:00:00Z","observedGeneration":3,"novelty":1}],
               "version":{"availableUpdates":null,"desired":{"image":"i","version":"4.17.0"},"observedGeneration":1,
                 "history":[{"state":"Partial","startedTime":"2026-01-01T00:00:00Z","completionTime":null,
                   "image":"i","verified":false}]}}}
            """;

    @Test
    void a_manifest_written_back_is_unchanged_through_the_stock_mapper() {
        HostedCluster cluster = Serialization.unmarshal(MANIFEST, HostedCluster.class);
        assertThat(Json.parse(Serialization.asJson(cluster))).isEqualTo(Json.parse(MANIFEST));
    }

    @Test
    void a_wrong_shape_is_kept_aside_and_does_not_throw() {
        JsonObject tree = Json.parseObject(
                "{\"fips\":\"perhaps\",\"services\":{\"a\":1},\"release\":[],\"tolerations\":[1],\"clusterID\":7,\"sshKey\":{\"name\":[]}}");
        HostedClusterSpec spec = Json.toType(tree, HostedClusterSpec.class);
        assertThat(spec.getFips()).isNull();
        assertThat(spec.getServices()).isEmpty();
        assertThat(spec.getUnknownFields()).isEqualTo(tree);
        assertThat(Json.toTree(spec)).isEqualTo(tree);
    }

    @Test
    void a_value_set_later_replaces_one_kept_aside() {
        HostedClusterSpec spec =
                Json.toType(Json.parseObject("{\"fips\":\"perhaps\",\"nodeSelector\":{}}"), HostedClusterSpec.class);
        HostedClusterSpec mended =
                spec.toBuilder().fips(true).putNodeSelector("a", "b").build();
        assertThat(Json.write(Json.toTree(mended))).isEqualTo("{\"fips\":true,\"nodeSelector\":{\"a\":\"b\"}}");
        assertThat(Serialization.asJson(mended)).isEqualTo("{\"fips\":true,\"nodeSelector\":{\"a\":\"b\"}}");
    }

    @Test
    void builders_nest() {
        HostedCluster cluster = new HostedCluster();
        cluster.setMetadata(
                new ObjectMetaBuilder().withName("a").withNamespace("clusters").build());
        cluster.setSpec(HostedClusterSpec.builder()
                .release(release -> release.image("quay.io/ocp:4.17.0"))
                .pullSecret(new LocalObjectReference("pull"))
                .platform(platform -> platform.type(PlatformType.KUBEVIRT))
                .addService(ServicePublishingStrategyMapping.builder()
                        .service(ServiceType.API_SERVER)
                        .servicePublishingStrategy(s -> s.type(PublishingStrategyType.LOAD_BALANCER))
                        .build())
                .build());
        HostedCluster copy = Serialization.clone(cluster);
        assertThat(copy.getSpec()).isEqualTo(cluster.getSpec());
        assertThat(copy.getSpec().getServices()).hasSize(1);
        assertThat(Serialization.asYaml(cluster)).contains("image:", "quay.io/ocp:4.17.0");
    }
}
