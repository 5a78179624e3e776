package dev.hcp.reconcilers.nodepool;

import static dev.hcp.reconcilers.nodepool.PoolFixture.CONTROL_PLANE;
import static dev.hcp.reconcilers.nodepool.PoolFixture.POOL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.capi.AgentMachineTemplate;
import dev.hcp.api.capi.KubevirtMachine;
import dev.hcp.api.capi.KubevirtMachineTemplate;
import dev.hcp.api.capi.aws.AwsMachineTemplate;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.reconcilers.Watch;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.Collection;
import org.junit.jupiter.api.Test;

class PoolWatchesTest {
    private final PoolFixture pool = PoolFixture.withCluster();

    private Collection<ObjectKey> concerned(Class<? extends HasMetadata> type, String metadata) {
        return concerned(type, JsonObject.of("metadata", Json.parseObject(metadata.replace('\'', '"'))));
    }

    private Collection<ObjectKey> concerned(Class<? extends HasMetadata> type, JsonObject changed) {
        return pool.reconciler.watches().stream()
                .filter(watch -> watch.type().equals(type))
                .map(Watch::primaries)
                .flatMap(primaries -> primaries.apply(changed, pool).stream())
                .toList();
    }

    private void controlPlane() {
        pool.store.create(Json.parseObject("{\"apiVersion\":\"hypershift.openshift.io/v1beta1\",\"kind\":"
                + "\"HostedControlPlane\",\"metadata\":{\"name\":\"demo\",\"namespace\":\"" + CONTROL_PLANE
                + "\",\"annotations\":{\"hypershift.openshift.io/cluster\":\"clusters/demo\"}}}"));
    }

    @Test
    void what_the_node_tuning_operator_leaves_in_the_control_plane_names_the_pool_in_a_label() {
        String map = "{'name':'m','namespace':'clusters-demo','labels':{'hypershift.openshift.io/nodePool':'workers'}}";
        assertThat(concerned(ConfigMap.class, map)).isEmpty();
        controlPlane();
        assertThat(concerned(ConfigMap.class, map)).containsExactly(POOL);
    }

    @Test
    void configuration_concerns_the_pools_that_refer_to_it() {
        pool.patchPool("{'spec':{'config':[{'name':'c'}],'tuningConfig':[{'name':'t'}]}}");
        assertThat(concerned(ConfigMap.class, "{'name':'c','namespace':'clusters'}"))
                .containsExactly(POOL);
        assertThat(concerned(ConfigMap.class, "{'name':'t','namespace':'clusters'}"))
                .containsExactly(POOL);
        assertThat(concerned(ConfigMap.class, "{'name':'c','namespace':'elsewhere'}"))
                .isEmpty();
        assertThat(concerned(ConfigMap.class, "{'name':'other','namespace':'clusters'}"))
                .isEmpty();
    }

    @Test
    void secrets_concern_the_pool_they_name_and_the_authority_of_the_ignition_server_all_of_its_cluster() {
        controlPlane();
        assertThat(concerned(
                        Secret.class,
                        "{'name':'s','namespace':'clusters-demo','annotations':{"
                                + "'hypershift.openshift.io/nodePool':'clusters/workers'}}"))
                .containsExactly(POOL);
        assertThat(concerned(Secret.class, "{'name':'ignition-server-ca-cert','namespace':'clusters-demo'}"))
                .containsExactly(POOL);
        assertThat(concerned(Secret.class, "{'name':'s','namespace':'clusters-demo'}"))
                .isEmpty();
    }

    @Test
    void a_machine_template_that_somebody_deletes_concerns_its_pool_on_every_platform() {
        String metadata = "{'name':'t','namespace':'clusters-demo','annotations':{"
                + "'hypershift.openshift.io/nodePool':'clusters/workers'}}";
        assertThat(concerned(KubevirtMachineTemplate.class, metadata)).containsExactly(POOL);
        assertThat(concerned(AgentMachineTemplate.class, metadata)).containsExactly(POOL);
        assertThat(concerned(AwsMachineTemplate.class, metadata)).containsExactly(POOL);
    }

    @Test
    void a_virtual_machine_that_cannot_move_any_more_concerns_the_pools_of_its_cluster() {
        controlPlane();
        JsonObject machine = Json.parseObject("{\"metadata\":{\"name\":\"v\",\"namespace\":\"clusters-demo\"}}");
        assertThat(concerned(KubevirtMachine.class, machine)).isEmpty();
        assertThat(concerned(KubevirtMachine.class, machine.withAt(true, "status", "ready")))
                .containsExactly(POOL);
    }
}
