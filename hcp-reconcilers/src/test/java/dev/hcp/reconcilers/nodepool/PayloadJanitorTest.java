package dev.hcp.reconcilers.nodepool;

import static dev.hcp.reconcilers.nodepool.PoolFixture.CONTROL_PLANE;
import static dev.hcp.reconcilers.nodepool.PoolFixture.DEPLOYMENTS;
import static dev.hcp.reconcilers.nodepool.PoolFixture.IN_CONTROL_PLANE;
import static dev.hcp.reconcilers.nodepool.PoolFixture.POOL;
import static dev.hcp.reconcilers.nodepool.PoolFixture.POOLS;
import static dev.hcp.reconcilers.nodepool.PoolFixture.SECRETS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.reconcilers.Plan;
import io.fabric8.kubernetes.api.model.Secret;
import org.junit.jupiter.api.Test;

class PayloadJanitorTest {
    private static final String AWS_POOL =
            "{'type':'AWS','aws':{'instanceType':'m5.large','subnet':{'id':'subnet-1'}}}";

    private final PoolFixture pool = PoolFixture.withCluster();
    private final PayloadJanitor janitor = new PayloadJanitor();

    private Plan tidy() {
        Plan plan = pool.plan(janitor);
        pool.store.execute(plan, janitor.name(), pool.now);
        return plan;
    }

    private String wants(String version) {
        pool.patchPool("{'spec':{'release':{'image':'quay.io/release:" + version + "'}}}");
        pool.settle();
        return pool.userData();
    }

    private boolean exists(String secret) {
        return pool.tree(SECRETS, new ObjectKey(CONTROL_PLANE, secret)).isPresent();
    }

    private boolean ends(String userData) {
        JsonObject token = pool.tree(SECRETS, new ObjectKey(CONTROL_PLANE, userData.replace("user-data", "token")))
                .orElseThrow();
        return token.object("metadata", "annotations")
                .containsKey("hypershift.openshift.io/ignition-token-expiration-timestamp");
    }

    @Test
    void a_payload_that_was_overtaken_by_another_goes() {
        wants("4.17.3");
        pool.completeDeployment(3);
        pool.settle();
        // Cluster API has not seen what the deployment becomes from here on.
        pool.store.patch(DEPLOYMENTS, IN_CONTROL_PLANE, JsonObject.of("metadata", JsonObject.of("generation", 2)));
        String overtaken = wants("4.17.4");
        String wanted = wants("4.17.5");
        assertThat(exists(overtaken)).isTrue();
        assertThat(ends(overtaken)).isFalse();

        tidy();

        assertThat(exists(overtaken)).isFalse();
        assertThat(ends(overtaken)).isTrue();
        assertThat(exists(wanted)).isTrue();
        assertThat(ends(wanted)).isFalse();
        assertThat(tidy().isEmpty()).isTrue();
    }

    @Test
    void a_payload_that_is_wanted_again_ends_no_more() {
        String first = wants("4.17.3");
        String second = wants("4.17.4");
        tidy();
        assertThat(ends(first)).isTrue();

        assertThat(wants("4.17.3")).isEqualTo(first);
        tidy();

        assertThat(ends(first)).isFalse();
        assertThat(exists(first)).isTrue();
        assertThat(exists(second)).isFalse();
    }

    @Test
    void secrets_of_others_are_not_looked_at() {
        wants("4.17.3");
        wants("4.17.4");
        pool.listed.clear();

        assertThat(tidy().isEmpty()).isFalse();

        assertThat(pool.listed).doesNotContain(Secret.class);
    }

    @Test
    void nothing_goes_before_what_takes_its_place_is_there() {
        String first = wants("4.17.3");
        String second = wants("4.17.4");
        pool.patchPool("{'spec':{'release':{'image':'quay.io/release:4.17.5'}}}");

        assertThat(tidy().isEmpty()).isTrue();

        assertThat(exists(first)).isTrue();
        assertThat(exists(second)).isTrue();
    }

    @Test
    void a_pool_that_is_paused_invalid_or_going_keeps_what_it_has() {
        wants("4.17.3");
        wants("4.17.4");
        pool.patchPool("{'spec':{'pausedUntil':'true'}}");
        assertThat(tidy().isEmpty()).isTrue();
        pool.patchPool("{'spec':{'pausedUntil':null,'config':[{'name':'nope'}]}}");
        assertThat(tidy().isEmpty()).isTrue();
        pool.patchPool("{'spec':{'config':null}}");
        pool.store.delete(POOLS, POOL, pool.now);
        assertThat(tidy().isEmpty()).isTrue();
    }

    @Test
    void old_machines_on_aws_cannot_go_without_their_user_data() {
        pool.moveTo("{'type':'AWS','aws':{'region':'us-east-1'}}", AWS_POOL);
        pool.patchCluster("{'spec':{'release':{'image':'quay.io/release:4.15.0'}},"
                + "'status':{'platform':{'aws':{'defaultWorkerSecurityGroupID':'sg-1'}}}}");
        String first = wants("4.15.0");
        wants("4.15.1");

        tidy();
        assertThat(exists(first)).isTrue();
        assertThat(ends(first)).isTrue();

        pool.patchCluster("{'spec':{'release':{'image':'quay.io/release:4.16.0'}}}");
        pool.settle();
        tidy();
        assertThat(exists(first)).isFalse();
    }
}
