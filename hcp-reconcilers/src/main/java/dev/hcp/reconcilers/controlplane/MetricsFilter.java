package dev.hcp.reconcilers.controlplane;

import dev.hcp.api.HcpException;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.json.Yaml;
import dev.hcp.api.json.YamlSyntaxException;
import dev.hcp.platforms.MetricsSet;
import java.util.ArrayList;
import java.util.List;

/** Which metrics of a component are kept under each {@link MetricsSet}. */
enum MetricsFilter {
    ETCD(
            "etcd",
            "(etcd_disk_wal_fsync_duration_seconds_bucket|etcd_mvcc_db_total_size_in_bytes"
                    + "|etcd_network_peer_round_trip_time_seconds_bucket|etcd_mvcc_db_total_size_in_use_in_bytes"
                    + "|etcd_disk_backend_commit_duration_seconds_bucket|etcd_server_leader_changes_seen_total)"),
    KUBE_API_SERVER(
            "kubeAPIServer",
            "(apiserver_storage_objects|apiserver_request_total|apiserver_current_inflight_requests)",
            "etcd_(debugging|disk|server).*",
            "apiserver_admission_controller_admission_latencies_seconds_.*",
            "apiserver_admission_step_admission_latencies_seconds_.*"),
    KUBE_CONTROLLER_MANAGER(
            "kubeControllerManager",
            "(pv_collector_total_pv_count)",
            "etcd_(debugging|disk|request|server).*",
            "rest_client_request_latency_seconds_(bucket|count|sum)",
            "root_ca_cert_publisher_sync_duration_seconds_(bucket|count|sum)"),
    OPENSHIFT_API_SERVER(
            "openshiftAPIServer",
            "(apiserver_storage_objects|apiserver_request_total|apiserver_current_inflight_requests)",
            "etcd_(debugging|disk|server).*",
            "apiserver_admission_controller_admission_latencies_seconds_.*",
            "apiserver_admission_step_admission_latencies_seconds_.*"),
    OPENSHIFT_CONTROLLER_MANAGER(
            "openshiftControllerManager",
            "(openshift_build_status_phase_total)",
            "etcd_(debugging|disk|request|server).*"),
    ROUTE_CONTROLLER_MANAGER(
            "openshiftRouteControllerManager",
            "(openshift_build_status_phase_total)",
            "etcd_(debugging|disk|request|server).*"),
    CLUSTER_VERSION_OPERATOR(
            "cvo",
            "(cluster_version|cluster_version_available_updates|cluster_operator_up|cluster_operator_conditions"
                    + "|cluster_version_payload|cluster_installer)",
            "etcd_(debugging|disk|request|server).*"),
    OLM_OPERATOR("olm", "(csv_succeeded|csv_abnormal)", "etcd_(debugging|disk|request|server).*"),
    CATALOG_OPERATOR(
            "catalogOperator",
            "(subscription_sync_total|olm_resolution_duration_seconds)",
            "etcd_(debugging|disk|request|server).*"),
    REGISTRY_OPERATOR("registryOperator", "(image_registry_.*)", "etcd_(debugging|disk|request|server).*"),
    NODE_TUNING_OPERATOR(
            "nodeTuningOperator", "(nto_profile_calculated_total)", "etcd_(debugging|disk|request|server).*"),
    HOSTED_CLUSTER_CONFIG_OPERATOR("hostedClusterConfigOperator", ""),
    /** Of components that have few metrics. */
    EVERYTHING("", "");

    private static final String FILE = "config";

    private final String key;
    private final String telemetry;
    private final List<String> dropped;

    MetricsFilter(String key, String telemetry, String... dropped) {
        this.key = key;
        this.telemetry = telemetry;
        this.dropped = List.of(dropped);
    }

    /** Rules over metrics' names, as a monitor has them. */
    List<JsonObject> relabelings(MetricsSet set, References references) {
        return switch (set) {
            case TELEMETRY -> telemetry.isEmpty() ? List.of() : List.of(rule("keep", telemetry));
            case ALL -> dropped.stream().map(regex -> rule("drop", regex)).toList();
            case SRE -> chosen(references);
        };
    }

    private static JsonObject rule(String action, String regex) {
        return JsonObject.of("action", action, "regex", regex, "sourceLabels", JsonArray.of("__name__"));
    }

    private List<JsonObject> chosen(References references) {
        String text = references.configMap(References.SRE_METRIC_SET, FILE);
        if (text.isEmpty()) {
            throw new HcpException("failed to load SRE metrics configuration: config map " + References.SRE_METRIC_SET
                    + " has no key " + FILE);
        }
        List<JsonObject> rules = new ArrayList<>();
        try {
            if (Yaml.parse(text, new ArrayList<>()) instanceof JsonObject all) {
                for (Object item : key.isEmpty() ? JsonArray.EMPTY : all.array(key)) {
                    if (item instanceof JsonObject rule) {
                        rules.add(rule);
                    }
                }
            }
        } catch (YamlSyntaxException e) {
            throw new HcpException("failed to load SRE metrics configuration: " + e.getMessage(), e);
        }
        return rules;
    }
}
