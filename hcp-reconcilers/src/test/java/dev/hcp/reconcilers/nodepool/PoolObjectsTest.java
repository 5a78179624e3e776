package dev.hcp.reconcilers.nodepool;

import static dev.hcp.reconcilers.nodepool.PoolFixture.CONFIG_MAPS;
import static dev.hcp.reconcilers.nodepool.PoolFixture.CONTROL_PLANE;
import static dev.hcp.reconcilers.nodepool.PoolFixture.DEPLOYMENTS;
import static dev.hcp.reconcilers.nodepool.PoolFixture.HEALTH_CHECKS;
import static dev.hcp.reconcilers.nodepool.PoolFixture.IN_CONTROL_PLANE;
import static dev.hcp.reconcilers.nodepool.PoolFixture.SECRETS;
import static dev.hcp.reconcilers.nodepool.PoolFixture.SETS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.ObjectKey;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The objects that a pool has in its control plane namespace, field by field. */
class PoolObjectsTest {
    private static final String SELECTOR = "demo-x7k2p-demo-workers";

    private final PoolFixture pool = PoolFixture.withCluster();

    private static JsonObject parse(String json) {
        return Json.parseObject(json.replace('\'', '"'));
    }

    private void inPlace(String maxUnavailable) {
        pool.patchPool("{'spec':{'management':{'upgradeType':'InPlace','replace':null,'inPlace':{'maxUnavailable':"
                + maxUnavailable + "}}}}");
    }

    private JsonObject set() {
        return pool.tree(SETS, IN_CONTROL_PLANE).orElseThrow();
    }

    private JsonObject healthCheck() {
        return pool.tree(HEALTH_CHECKS, IN_CONTROL_PLANE).orElseThrow().object("spec");
    }

    @Test
    void a_deployment_has_the_defaults_that_its_webhook_would_give_it() {
        pool.patchPool("{'spec':{'nodeDrainTimeout':'5m0s','nodeVolumeDetachTimeout':'0s'}}");
        pool.settle();
        JsonObject spec = pool.deployment().object("spec");
        JsonObject machine = spec.object("template", "spec");
        assertThat(spec.without("template"))
                .isEqualTo(parse("{'clusterName':'demo-x7k2p','minReadySeconds':0,'progressDeadlineSeconds':600,"
                        + "'replicas':3,'revisionHistoryLimit':1,'selector':{'matchLabels':{"
                        + "'cluster.x-k8s.io/cluster-name':'demo-x7k2p','" + SELECTOR + "':'" + SELECTOR + "'}},"
                        + "'strategy':{'type':'RollingUpdate','rollingUpdate':{'maxSurge':1,'maxUnavailable':0}}}"));
        assertThat(spec.object("template", "metadata"))
                .isEqualTo(parse("{'annotations':{'hypershift.openshift.io/nodePool':'clusters/workers'},'labels':{"
                        + "'cluster.x-k8s.io/cluster-name':'demo-x7k2p','" + SELECTOR + "':'" + SELECTOR + "'}}"));
        assertThat(machine.text("nodeDrainTimeout")).isEqualTo("5m0s");
        assertThat(machine.text("nodeVolumeDetachTimeout")).isEqualTo("0s");
        assertThat(machine.text("version")).isEqualTo("4.17.3");
        assertThat(machine.text("infrastructureRef", "kind")).isEqualTo("KubevirtMachineTemplate");
        assertThat(pool.deployment().object("metadata", "labels"))
                .isEqualTo(parse("{'cluster.x-k8s.io/cluster-name':'demo-x7k2p'}"));
    }

    @Test
    void machines_that_are_replaced_on_deletion_are_not_rolled() {
        pool.patchPool("{'spec':{'management':{'replace':{'strategy':'OnDelete','rollingUpdate':null}}}}");
        pool.settle();
        assertThat(pool.deployment().object("spec", "strategy")).isEqualTo(parse("{'type':'OnDelete'}"));
    }

    @Test
    void timeouts_and_labels_are_no_reason_for_another_template_or_other_user_data() {
        pool.settle();
        JsonObject before = pool.deployment().object("spec", "template", "spec");
        pool.patchPool("{'spec':{'nodeDrainTimeout':'1m0s','nodeLabels':{'a':'b'},'taints':[{'key':'k','effect':"
                + "'NoExecute'}],'replicas':7,'management':{'autoRepair':true}}}");
        pool.settle();
        JsonObject after = pool.deployment().object("spec", "template", "spec");
        assertThat(after.without("nodeDrainTimeout")).isEqualTo(before);
        assertThat(pool.deployment().integer(0, "spec", "replicas")).isEqualTo(7);
    }

    @Test
    void a_set_carries_labels_and_taints_in_its_template() {
        inPlace("1");
        pool.patchPool(
                "{'spec':{'nodeLabels':{'tier':'gold'},'taints':[{'key':'k','value':'v','effect':'NoSchedule'}]}}");
        pool.settle();
        JsonObject template = set().object("spec", "template", "metadata");
        assertThat(template.object("labels").text("managed.hypershift.openshift.io.tier"))
                .isEqualTo("gold");
        assertThat(template.object("annotations").text("hypershift.openshift.io/nodePoolTaints"))
                .isEqualTo("[{\"key\":\"k\",\"value\":\"v\",\"effect\":\"NoSchedule\"}]");
        assertThat(set().object("spec", "selector", "matchLabels"))
                .isEqualTo(parse("{'" + SELECTOR + "':'" + SELECTOR + "'}"));
        assertThat(pool.tree(DEPLOYMENTS, IN_CONTROL_PLANE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"null, 1", "2, 2", "0, 1", "'\"50%\"', 1", "'\"70%\"', 2", "'\"10%\"', 1", "'\"100%\"', 3"})
    void so_many_of_three_nodes_are_upgraded_at_a_time(String maxUnavailable, String expected) {
        inPlace(maxUnavailable);
        pool.settle();
        assertThat(set().text("metadata", "annotations", "hypershift.openshift.io/nodePoolMaxUnavailable"))
                .isEqualTo(expected);
    }

    @Test
    void with_autoscaling_a_percentage_is_of_nothing_so_one_node_is_upgraded_at_a_time() {
        inPlace("'100%'");
        pool.patchPool("{'spec':{'replicas':null,'autoScaling':{'min':4,'max':9}}}");
        pool.settle();
        assertThat(set().text("metadata", "annotations", "hypershift.openshift.io/nodePoolMaxUnavailable"))
                .isEqualTo("1");
        assertThat(set().integer(0, "spec", "replicas")).isEqualTo(4);
    }

    @Test
    void a_text_that_is_no_percentage_is_refused() {
        inPlace("'2'");
        pool.settle();
        assertThat(pool.lastPlan.failure()).hasValueSatisfying(failure -> assertThat(failure)
                .contains("string is not a percentage: \"2\"")
                .contains("spec.management.inPlace.maxUnavailable"));
        assertThat(pool.tree(SETS, IN_CONTROL_PLANE)).isEmpty();
    }

    @Test
    void an_autoscaled_deployment_keeps_what_the_autoscaler_wants_within_the_limits() {
        pool.patchPool("{'spec':{'replicas':null,'autoScaling':{'min':2,'max':5}}}");
        pool.settle();
        assertThat(pool.deployment().integer(0, "spec", "replicas")).isEqualTo(2);
        assertThat(pool.deployment().object("metadata", "annotations"))
                .containsEntry("cluster.x-k8s.io/cluster-api-autoscaler-node-group-min-size", "2")
                .containsEntry("cluster.x-k8s.io/cluster-api-autoscaler-node-group-max-size", "5");
        for (int[] wantedAndKept : new int[][] {{4, 4}, {9, 5}, {1, 2}}) {
            pool.store.patch(DEPLOYMENTS, IN_CONTROL_PLANE, parse("{'spec':{'replicas':" + wantedAndKept[0] + "}}"));
            pool.settle();
            assertThat(pool.deployment().integer(0, "spec", "replicas")).isEqualTo(wantedAndKept[1]);
        }
        pool.patchPool("{'spec':{'replicas':3,'autoScaling':null}}");
        pool.settle();
        assertThat(pool.deployment().integer(0, "spec", "replicas")).isEqualTo(3);
        assertThat(pool.deployment().object("metadata", "annotations"))
                .containsEntry("cluster.x-k8s.io/cluster-api-autoscaler-node-group-min-size", "0")
                .containsEntry("cluster.x-k8s.io/cluster-api-autoscaler-node-group-max-size", "0");
    }

    @Test
    void a_pool_without_replicas_has_none_and_reaches_its_version() {
        pool.patchPool("{'spec':{'replicas':null}}");
        pool.settle();
        assertThat(pool.deployment().integer(-1, "spec", "replicas")).isZero();
        assertThat(pool.pool().text("status", "version")).isEqualTo("4.17.3");
    }

    @Test
    void machines_that_all_run_the_release_do_so_also_when_more_are_wanted_at_the_same_moment() {
        pool.settle();
        pool.completeDeployment(3);
        pool.patchPool("{'spec':{'replicas':5}}");
        pool.settle();
        assertThat(pool.pool().text("status", "version")).isEqualTo("4.17.3");
        assertThat(pool.condition("UpdatingVersion")).isEqualTo("False AsExpected");
        assertThat(pool.deployment().integer(0, "spec", "replicas")).isEqualTo(5);
    }

    private void repairs(String poolAnnotation, String clusterAnnotation) {
        pool.patchPool("{'spec':{'management':{'autoRepair':true}},'metadata':{'annotations':" + poolAnnotation + "}}");
        pool.patchCluster("{'metadata':{'annotations':" + clusterAnnotation + "}}");
        pool.settle();
        pool.reachIgnition();
        pool.settle();
    }

    @Test
    void a_health_check_looks_at_the_nodes_of_the_pool() {
        repairs("{}", "{}");
        assertThat(healthCheck())
                .isEqualTo(parse("{'clusterName':'demo-x7k2p','maxUnhealthy':2,'nodeStartupTimeout':'20m0s','selector':"
                        + "{'matchLabels':{'" + SELECTOR + "':'" + SELECTOR + "'}},'unhealthyConditions':["
                        + "{'status':'False','timeout':'8m0s','type':'Ready'},"
                        + "{'status':'Unknown','timeout':'8m0s','type':'Ready'}]}"));
        pool.patchPool("{'spec':{'management':{'autoRepair':false}}}");
        pool.settle();
        assertThat(pool.tree(HEALTH_CHECKS, IN_CONTROL_PLANE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', 8m0s, 2",
        "10m, 5m, 10m0s, 10",
        "'', 5m, 5m0s, 5",
        "nonsense, 5m, 8m0s, 2",
    })
    void the_pools_word_on_repair_counts_before_the_clusters(
            String ofPool, String ofCluster, String timeout, String maxUnhealthy) {
        repairs(limits(ofPool), limits(ofCluster));
        assertThat(healthCheck().array("unhealthyConditions").object(0).text("timeout"))
                .isEqualTo(timeout);
        assertThat(String.valueOf(healthCheck().get("maxUnhealthy"))).isEqualTo(maxUnhealthy);
    }

    private static String limits(String timeout) {
        return timeout.isEmpty()
                ? "{}"
                : "{'hypershift.openshift.io/machine-health-check-timeout':'" + timeout + "',"
                        + "'hypershift.openshift.io/machine-health-check-max-unhealthy':'" + timeout.replace("m", "")
                        + "'}";
    }

    @Test
    void a_share_of_machines_may_be_unhealthy() {
        repairs("{'hypershift.openshift.io/machine-health-check-max-unhealthy':'40%'}", "{}");
        assertThat(healthCheck().text("maxUnhealthy")).isEqualTo("40%");
    }

    @Test
    void agents_take_longer_before_they_are_given_up() {
        pool.moveTo("{'type':'Agent','agent':{'agentNamespace':'agents'}}", "{'type':'Agent'}");
        repairs("{}", "{}");
        assertThat(healthCheck().array("unhealthyConditions").object(0).text("timeout"))
                .isEqualTo("16m0s");
    }

    @Test
    void the_runtime_configuration_of_a_pool_is_mirrored_before_a_pause_counts() {
        pool.userConfig(
                "runtime",
                "config",
                "apiVersion: machineconfiguration.openshift.io/v1\nkind: ContainerRuntimeConfig\nmetadata:\n"
                        + "  name: r\nspec:\n  containerRuntimeConfig:\n    pidsLimit: 100\n");
        pool.patchPool("{'spec':{'pausedUntil':'true','config':[{'name':'runtime'}]}}");
        pool.settle();
        ObjectKey mirror = new ObjectKey(CONTROL_PLANE, "runtime-workers");
        JsonObject map = pool.tree(CONFIG_MAPS, mirror).orElseThrow();
        assertThat(map.text("metadata", "labels", "hypershift.openshift.io/nodePool"))
                .isEqualTo("workers");
        assertThat(map.text("data", "config")).contains("pidsLimit: 100");
        pool.patchPool("{'spec':{'config':[]}}");
        pool.settle();
        assertThat(pool.tree(CONFIG_MAPS, mirror)).isEmpty();
    }

    @Test
    void a_performance_profile_is_handed_on_under_the_name_of_its_config_map() {
        pool.userConfig(
                "profile",
                "tuning",
                "apiVersion: performance.openshift.io/v2\nkind: PerformanceProfile\nmetadata:\n  name: p\n");
        pool.patchPool("{'spec':{'tuningConfig':[{'name':'profile'}]}}");
        pool.settle();
        JsonObject map = pool.tree(CONFIG_MAPS, new ObjectKey(CONTROL_PLANE, "profile-workers"))
                .orElseThrow();
        assertThat(map.object("metadata", "labels"))
                .isEqualTo(parse("{'hypershift.openshift.io/nodePool':'workers',"
                        + "'hypershift.openshift.io/performanceprofile-config':'true'}"));
        assertThat(map.text("metadata", "annotations", "hypershift.openshift.io/nodePool"))
                .isEqualTo("clusters/workers");
    }

    @Test
    void a_token_has_what_the_ignition_server_needs() {
        pool.settle();
        JsonObject token = pool.tree(SECRETS, pool.token()).orElseThrow();
        assertThat(token.object("data").keySet())
                .containsExactlyInAnyOrder("config", "hc-configuration-hash", "pull-secret-hash", "release", "token");
        assertThat(token.object("metadata", "annotations"))
                .containsEntry("hypershift.openshift.io/ignition-config", "true")
                .containsEntry("hypershift.openshift.io/node-pool-upgrade-type", "Replace")
                .containsEntry("hypershift.openshift.io/nodePool", "clusters/workers")
                .containsKey("hypershift.openshift.io/last-token-generation-time");
    }

    @Test
    void another_pull_secret_is_a_rollout_and_another_content_of_it_is_not() {
        pool.settle();
        String before = pool.userData();
        pool.store.patch(SECRETS, new ObjectKey("clusters", "pull"), parse("{'data':{'.dockerconfigjson':'e30K'}}"));
        pool.settle();
        assertThat(pool.userData()).isEqualTo(before);
        pool.secret("clusters", "other", ".dockerconfigjson", "e30=");
        pool.patchCluster("{'spec':{'pullSecret':{'name':'other'}}}");
        pool.settle();
        assertThat(pool.userData()).isNotEqualTo(before);
    }

    @Test
    void a_boot_image_cache_stays_known_when_it_is_used_no_more() {
        String kubevirt = "{'spec':{'platform':{'kubevirt':{'rootVolume':{'cacheStrategy':{'type':'%s'}}}}}}";
        pool.patchPool(String.format(kubevirt, "PVC"));
        pool.settle();
        String cache = String.valueOf(pool.pool().text("status", "platform", "kubeVirt", "cacheName"));
        pool.patchCluster("{'spec':{'platform':{'kubevirt':{'credentials':{'infraNamespace':'vms'}}}}}");
        pool.patchPool(String.format(kubevirt, "None"));
        pool.settle();
        assertThat(pool.pool().object("status", "platform", "kubeVirt"))
                .isEqualTo(parse("{'cacheName':'" + cache + "','credentials':{'infraNamespace':'vms'}}"));
    }

    @Test
    void a_pool_without_machines_of_its_own_has_secrets_alone_and_runs_the_release_at_once() {
        pool.moveTo("{'type':'None'}", "{'type':'None'}");
        pool.settle();
        assertThat(pool.pool().text("status", "version")).isEqualTo("4.17.3");
        assertThat(pool.pool().integer(-1, "status", "replicas")).isZero();
        assertThat(pool.store.everything().keySet().stream().filter(key -> key.contains("clusters-demo/workers")))
                .isEmpty();
        assertThat(pool.store.everything().keySet().stream().filter(key -> key.contains("token-workers-")))
                .hasSize(1);
    }

    @Test
    void a_quiet_pool_is_left_alone_on_every_platform() {
        List<String[]> platforms = List.of(
                new String[] {"{'type':'None'}", "{'type':'None'}"},
                new String[] {"{'type':'Agent','agent':{'agentNamespace':'agents'}}", "{'type':'Agent'}"},
                new String[] {
                    "{'type':'AWS','aws':{'region':'us-east-1'}}",
                    "{'type':'AWS','aws':{'instanceType':'m5.large','subnet':{'id':'subnet-1'}}}"
                });
        for (String[] platform : platforms) {
            PoolFixture other = PoolFixture.withCluster();
            other.moveTo(platform[0], platform[1]);
            other.settle();
            assertThat(other.lastPlan.isEmpty()).as(platform[1]).isTrue();
        }
    }
}
