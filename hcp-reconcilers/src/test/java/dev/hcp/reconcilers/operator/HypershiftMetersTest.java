package dev.hcp.reconcilers.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.ObjectKey;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.distribution.CountAtBucket;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** HyperShift's meters, each under the circumstances it tells of. */
class HypershiftMetersTest {
    private static final Instant CREATED = Instant.parse("2025-01-01T00:00:00Z");
    private static final ObjectKey DEMO = new ObjectKey("clusters", "demo");
    private static final ObjectKey POOL = new ObjectKey("clusters", "workers");
    private static final String IN_SECONDS = "_duration_seconds";

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private Instant now = CREATED;
    private final HypershiftMeters meters = new HypershiftMeters(registry, () -> now);

    private static JsonObject parse(String json) {
        return Json.parseObject(json.replace('\'', '"'));
    }

    private static JsonObject object(String name, String spec, String status) {
        return parse("{'metadata': {'namespace': 'clusters', 'name': '" + name + "', 'uid': 'uid-" + name
                + "', 'creationTimestamp': '2025-01-01T00:00:00Z'}, 'spec': " + spec + ", 'status': " + status + "}");
    }

    private static JsonObject cluster(String status) {
        return object("demo", "{'clusterID': 'c1', 'platform': {'type': 'KubeVirt'}}", status);
    }

    private static String condition(String type, String value, String time) {
        return "{'type': '" + type + "', 'status': '" + value + "', 'lastTransitionTime': '" + time + "'}";
    }

    private void show(JsonObject cluster) {
        meters.clusterChanged(ObjectKey.of(cluster), Optional.of(cluster));
    }

    private void showPool(JsonObject pool) {
        meters.poolChanged(ObjectKey.of(pool), Optional.of(pool));
    }

    private void passes(Duration time) {
        now = now.plus(time);
    }

    private OptionalDouble value(String name, String... tags) {
        return registry.find(name).tags(tags).gauges().stream()
                .mapToDouble(Gauge::value)
                .reduce((one, other) -> {
                    throw new AssertionError("there are several " + name + " " + Arrays.toString(tags));
                });
    }

    private Set<String> names() {
        return registry.getMeters().stream()
                .map(Meter::getId)
                .map(Meter.Id::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void clusters_are_counted_by_platform_and_those_that_go_no_longer() {
        show(cluster("{}"));
        show(object("aws", "{'platform': {'type': 'AWS'}}", "{}"));
        show(object("other", "{'platform': {'type': 'KubeVirt'}}", "{}"));
        show(cluster("{}"));

        assertThat(value("hypershift_hostedclusters", "platform", "KubeVirt")).hasValue(2);
        assertThat(value("hypershift_hostedclusters", "platform", "AWS")).hasValue(1);

        meters.clusterChanged(DEMO, Optional.empty());

        assertThat(value("hypershift_hostedclusters", "platform", "KubeVirt")).hasValue(1);
        assertThat(registry.find("hypershift_cluster_proxy")
                        .tags("name", "demo")
                        .meters())
                .isEmpty();
    }

    @Test
    void a_cluster_created_anew_under_the_name_of_another_is_another() {
        show(cluster("{'conditions': [" + condition("Available", "True", "2025-01-01T00:05:00Z") + "]}"));
        assertThat(value("hypershift_cluster_waiting_initial_avaibility" + IN_SECONDS))
                .isEmpty();

        show(cluster("{}").withAt("uid-2", "metadata", "uid"));

        assertThat(value("hypershift_hostedclusters", "platform", "KubeVirt")).hasValue(1);
        assertThat(value("hypershift_cluster_waiting_initial_avaibility" + IN_SECONDS))
                .hasValue(0);
    }

    @Test
    void conditions_that_are_not_as_in_a_healthy_cluster_are_counted() {
        String time = "2025-01-01T00:05:00Z";
        show(cluster("{'conditions': [" + condition("Available", "False", time) + ","
                + condition("Degraded", "True", time) + "," + condition("EtcdAvailable", "True", time) + "]}"));
        String[] unavailable = {"platform", "KubeVirt", "condition", "not_Available"};

        assertThat(value("hypershift_hostedclusters_failure_conditions", unavailable))
                .hasValue(1);
        assertThat(value("hypershift_hostedclusters_failure_conditions", "condition", "Degraded"))
                .hasValue(1);
        assertThat(registry.find("hypershift_hostedclusters_failure_conditions").gauges())
                .hasSize(2);

        show(cluster("{'conditions': [" + condition("Available", "True", time) + "]}"));

        assertThat(value("hypershift_hostedclusters_failure_conditions", unavailable))
                .hasValue(0);
    }

    @Test
    void transitions_are_counted_once_and_only_those_that_were_seen() {
        now = CREATED.plusSeconds(60);
        HypershiftMeters late = new HypershiftMeters(registry, () -> now);
        JsonObject cluster = cluster("{'conditions': [" + condition("EtcdAvailable", "True", "2025-01-01T00:00:30Z")
                + "," + condition("InfrastructureReady", "True", "2025-01-01T00:01:30Z") + "]}");
        late.clusterChanged(DEMO, Optional.of(cluster));
        late.clusterChanged(DEMO, Optional.of(cluster));

        DistributionSummary summary = registry.get("hypershift_hosted_cluster_transition_seconds")
                .tag("condition", "InfrastructureReady")
                .summary();
        assertThat(summary.count()).isEqualTo(1);
        assertThat(summary.totalAmount()).isCloseTo(90, within(0.001));
        assertThat(Arrays.stream(summary.takeSnapshot().histogramCounts())
                        .filter(bucket -> bucket.count() > 0)
                        .mapToDouble(CountAtBucket::bucket)
                        .min())
                .hasValue(90);
        assertThat(registry.find("hypershift_hosted_cluster_transition_seconds")
                        .tag("condition", "EtcdAvailable")
                        .meters())
                .as("it was true before anybody looked")
                .isEmpty();
    }

    @Test
    void identity_providers_are_counted_by_type() {
        show(object(
                "demo",
                "{'platform': {'type': 'None'}, 'configuration': {'oauth': {'identityProviders': ["
                        + "{'type': 'OpenID'}, {'type': 'HTPasswd'}, {'type': 'OpenID'}]}}}",
                "{}"));

        assertThat(value("hypershift_cluster_identity_providers", "identity_provider", "OpenID"))
                .hasValue(2);
        assertThat(value("hypershift_cluster_identity_providers", "identity_provider", "HTPasswd"))
                .hasValue(1);
    }

    @Test
    void a_cluster_waits_for_its_first_availability_and_its_first_version() {
        show(cluster("{'version': {'history': [{'state': 'Partial', 'version': '4.17.0'}]}}"));
        passes(Duration.ofMinutes(2));

        assertThat(value("hypershift_cluster_waiting_initial_avaibility" + IN_SECONDS, "_id", "c1"))
                .hasValue(120);
        assertThat(value("hypershift_cluster_initial_rolling_out" + IN_SECONDS, "name", "demo"))
                .hasValue(120);

        show(cluster("{'conditions': [" + condition("Available", "True", "2025-01-01T00:02:00Z") + "]}"));
        show(cluster("{'conditions': [" + condition("Available", "False", "2025-01-01T00:03:00Z") + "]}"));

        assertThat(value("hypershift_cluster_waiting_initial_avaibility" + IN_SECONDS))
                .as("it has been available once")
                .isEmpty();
        assertThat(value("hypershift_cluster_initial_rolling_out" + IN_SECONDS)).hasValue(120);

        show(cluster("{'version': {'history': [{'state': 'Completed', 'version': '4.17.0'}]}}"));

        assertThat(value("hypershift_cluster_initial_rolling_out" + IN_SECONDS)).isEmpty();
    }

    @Test
    void an_upgrade_is_timed_from_its_beginning_to_its_end() {
        show(cluster("{'version': {'history': [{'state': 'Partial', 'version': '4.17.3', 'startedTime':"
                + " '2025-01-01T10:00:00Z'}, {'state': 'Completed', 'version': '4.17.0'}]}}"));
        now = Instant.parse("2025-01-01T10:00:30Z");

        assertThat(value(
                        "hypershift_cluster_upgrading" + IN_SECONDS,
                        "previous_version",
                        "4.17.0",
                        "new_version",
                        "4.17.3",
                        "platform",
                        "KubeVirt"))
                .hasValue(30);

        show(cluster("{'version': {'history': [{'state': 'Completed', 'version': '4.17.3'}]}}"));

        assertThat(value("hypershift_cluster_upgrading" + IN_SECONDS)).isEmpty();
    }

    @Test
    void a_deletion_is_timed_until_the_cluster_is_gone_and_its_cloud_resources_until_they_are() {
        JsonObject deleted = cluster("{}").withAt("2025-01-01T01:00:00Z", "metadata", "deletionTimestamp");
        show(deleted);
        now = Instant.parse("2025-01-01T01:00:10Z");

        assertThat(value("hypershift_cluster_deleting" + IN_SECONDS)).hasValue(10);
        assertThat(value("hypershift_cluster_guest_cloud_resources_deleting" + IN_SECONDS))
                .hasValue(10);

        show(deleted.with(
                "status",
                parse("{'conditions': [" + condition("CloudResourcesDestroyed", "True", "2025-01-01T01:00:05Z")
                        + "]}")));

        assertThat(value("hypershift_cluster_deleting" + IN_SECONDS)).hasValue(10);
        assertThat(value("hypershift_cluster_guest_cloud_resources_deleting" + IN_SECONDS))
                .isEmpty();

        meters.clusterChanged(DEMO, Optional.empty());

        assertThat(value("hypershift_cluster_deleting" + IN_SECONDS)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "api.openshift.com/limited-support, hypershift_cluster_limited_support_enabled",
        "hypershift.openshift.io/silence-cluster-alerts, hypershift_cluster_silence_alerts"
    })
    void labels_say_so(String label, String meter) {
        show(cluster("{}"));
        assertThat(value(meter)).hasValue(0);

        show(cluster("{}").withAt("true", "metadata", "labels", label));

        assertThat(value(meter)).hasValue(1);
    }

    @Test
    void credentials_that_aws_refuses_are_told_of_clusters_on_aws() {
        show(cluster("{}"));
        assertThat(value("hypershift_cluster_invalid_aws_creds")).isEmpty();

        String spec = "{'platform': {'type': 'AWS'}}";
        show(object("aws", spec, "{'conditions': [" + condition("ValidAWSIdentityProvider", "Unknown", "x") + "]}"));
        assertThat(value("hypershift_cluster_invalid_aws_creds", "name", "aws")).hasValue(0);

        show(object("aws", spec, "{'conditions': [" + condition("ValidAWSIdentityProvider", "False", "x") + "]}"));
        assertThat(value("hypershift_cluster_invalid_aws_creds", "name", "aws")).hasValue(1);
    }

    @Test
    void a_proxy_is_told_with_its_settings_and_how_long_its_trust_bundle_lasts() {
        show(cluster("{}"));
        assertThat(value("hypershift_cluster_proxy", "proxy_http", "0", "proxy_trusted_ca", "0"))
                .hasValue(0);
        assertThat(value("hypershift_cluster_proxy_ca_valid")).isEmpty();

        show(object(
                "demo",
                "{'platform': {'type': 'None'}, 'configuration': {'proxy': {'httpProxy': 'http://proxy:3128',"
                        + " 'trustedCA': {'name': 'trusted'}}}}",
                "{}"));
        assertThat(value("hypershift_cluster_proxy", "proxy_http", "1", "proxy_https", "0", "proxy_trusted_ca", "1"))
                .hasValue(1);
        assertThat(value("hypershift_cluster_proxy_ca_valid"))
                .as("the map is missing")
                .hasValue(0);
        assertThat(value("hypershift_cluster_proxy_ca_expiry_timestamp")).isEmpty();

        String bundle =
                new GeneratedKeyMaterial().authority("test", "test", CREATED).certificate();
        meters.mapChanged(
                new ObjectKey("clusters", "trusted"),
                Optional.of(JsonObject.of("data", JsonObject.of("ca-bundle.crt", bundle))));
        assertThat(value("hypershift_cluster_proxy_ca_valid")).hasValue(1);
        double expiry = value("hypershift_cluster_proxy_ca_expiry_timestamp").orElseThrow();
        assertThat(expiry).isGreaterThan(now.getEpochSecond());

        now = Instant.ofEpochSecond((long) expiry).plusSeconds(1);
        assertThat(value("hypershift_cluster_proxy_ca_valid"))
                .as("it has expired")
                .hasValue(0);

        meters.mapChanged(
                new ObjectKey("clusters", "trusted"),
                Optional.of(JsonObject.of("data", JsonObject.of("ca-bundle.crt", "no certificate"))));
        assertThat(value("hypershift_cluster_proxy_ca_valid")).hasValue(0);
        assertThat(value("hypershift_cluster_proxy_ca_expiry_timestamp")).isEmpty();
    }

    private static JsonObject pool(String spec, String status) {
        return object(
                "workers",
                "{'clusterName': 'demo', 'replicas': 3, 'platform': {'type': 'KubeVirt', 'kubevirt': {'compute':"
                        + " {'cores': 4}}}" + spec + "}",
                status);
    }

    @Test
    void pools_are_counted_by_platform_and_by_cluster() {
        show(cluster("{}"));
        assertThat(value("hypershift_hostedcluster_nodepools", "name", "demo")).hasValue(0);

        showPool(pool("", "{}"));

        assertThat(value("hypershift_nodepools", "platform", "KubeVirt")).hasValue(1);
        assertThat(value("hypershift_hostedcluster_nodepools", "name", "demo")).hasValue(1);

        meters.poolChanged(POOL, Optional.empty());

        assertThat(value("hypershift_nodepools", "platform", "KubeVirt")).hasValue(0);
        assertThat(value("hypershift_hostedcluster_nodepools", "name", "demo")).hasValue(0);
    }

    @Test
    void a_pool_tells_its_size_and_how_many_nodes_there_are() {
        show(cluster("{}"));
        showPool(pool("", "{'replicas': 2}"));

        String[] tags = {"_id", "c1", "cluster_name", "demo", "name", "workers", "namespace", "clusters"};
        assertThat(value("hypershift_nodepools_size", tags)).hasValue(3);
        assertThat(value("hypershift_nodepools_available_replicas", tags)).hasValue(2);

        showPool(pool(", 'autoScaling': {'min': 1, 'max': 5}", "{}").withoutAt("spec", "replicas"));

        assertThat(value("hypershift_nodepools_size"))
                .as("the autoscaler decides")
                .isEmpty();
    }

    @Test
    void a_pool_seen_before_its_cluster_gets_its_identifier_when_that_is_known() {
        showPool(pool("", "{}"));
        assertThat(value("hypershift_nodepools_size", "_id", "")).hasValue(3);

        show(cluster("{}"));

        assertThat(value("hypershift_nodepools_size", "_id", "c1")).hasValue(3);
        assertThat(value("hypershift_nodepools_size", "_id", "")).isEmpty();
    }

    @Test
    void a_pools_first_rollout_and_its_deletion_are_timed() {
        showPool(pool("", "{}"));
        passes(Duration.ofMinutes(1));
        assertThat(value("hypershift_nodepools_initial_rolling_out" + IN_SECONDS))
                .hasValue(60);

        showPool(pool("", "{'version': '4.17.0'}"));
        assertThat(value("hypershift_nodepools_initial_rolling_out" + IN_SECONDS))
                .isEmpty();
        assertThat(value("hypershift_nodepools_deleting" + IN_SECONDS)).isEmpty();

        showPool(pool("", "{'version': '4.17.0'}").withAt("2025-01-01T00:00:40Z", "metadata", "deletionTimestamp"));
        assertThat(value("hypershift_nodepools_deleting" + IN_SECONDS)).hasValue(20);
    }

    @Test
    void conditions_of_pools_are_counted_and_timed_by_platform() {
        showPool(pool(
                ", 'management': {'autoRepair': true}",
                "{'conditions': [" + condition("AllNodesHealthy", "True", "2025-01-01T00:02:00Z") + ","
                        + condition("UpdatingVersion", "True", "x") + "," + condition("AutorepairEnabled", "False", "x")
                        + "," + condition("AutoscalingEnabled", "False", "x") + "]}"));

        assertThat(registry.get("hypershift_nodepools_transition_seconds")
                        .tags("condition", "AllNodesHealthy", "platform", "KubeVirt")
                        .summary()
                        .totalAmount())
                .isEqualTo(120);
        assertThat(registry.find("hypershift_nodepools_failure_conditions").gauges())
                .extracting(gauge -> gauge.getId().getTag("condition"))
                .containsExactlyInAnyOrder("UpdatingVersion", "not_AutorepairEnabled");
    }

    @Test
    void the_processors_of_a_cluster_are_those_of_its_nodes() {
        show(cluster("{}"));
        assertThat(value("hypershift_cluster_vcpus")).hasValue(0);
        showPool(pool("", "{'replicas': 2}"));
        assertThat(value("hypershift_cluster_vcpus")).hasValue(8);
        assertThat(value("hypershift_cluster_vcpus_computation_error")).isEmpty();

        JsonObject agents = object("agents", "{'clusterName': 'demo', 'platform': {'type': 'Agent'}}", "{}");
        showPool(agents);

        assertThat(value("hypershift_cluster_vcpus")).hasValue(-1);
        assertThat(value("hypershift_cluster_vcpus_computation_error", "reason", "unsupported platform"))
                .hasValue(1);

        meters.poolChanged(ObjectKey.of(agents), Optional.empty());

        assertThat(value("hypershift_cluster_vcpus")).hasValue(8);
    }

    @Test
    void nothing_of_a_cluster_and_its_pools_remains_when_they_are_gone_but_counts() {
        show(cluster("{}").withAt("2025-01-01T01:00:00Z", "metadata", "deletionTimestamp"));
        showPool(pool("", "{}"));
        meters.poolChanged(POOL, Optional.empty());
        meters.clusterChanged(DEMO, Optional.empty());

        assertThat(names()).containsExactly("hypershift_hostedclusters", "hypershift_nodepools");
    }
}
