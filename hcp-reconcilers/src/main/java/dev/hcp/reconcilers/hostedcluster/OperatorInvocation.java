package dev.hcp.reconcilers.hostedcluster;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Annotations;
import dev.hcp.platforms.ManagementCluster;
import dev.hcp.platforms.OperatorCapability;
import dev.hcp.platforms.OperatorFeature;
import dev.hcp.platforms.OperatorOptions;
import dev.hcp.reconcilers.controlplane.ManagementComponents;
import dev.hcp.reconcilers.controlplane.ManagementComponents.Invocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How the control plane operator of a cluster is started. */
final class OperatorInvocation {
    private static final String CERTIFICATE_ROTATION = "24h0m0s";

    private OperatorInvocation() {}

    static Invocation of(ClusterView cluster, OperatorImage operator, ManagementCluster management) {
        return new Invocation(arguments(cluster, operator, management), environment(cluster, operator, management));
    }

    private static List<String> arguments(ClusterView cluster, OperatorImage operator, ManagementCluster management) {
        OperatorOptions options = management.operator();
        List<String> arguments = new ArrayList<>(List.of(
                "run",
                "--namespace",
                "$(MY_NAMESPACE)",
                "--deployment-name",
                "control-plane-operator",
                "--metrics-addr",
                "0.0.0.0:8080",
                "--enable-ci-debug-output=" + options.has(OperatorFeature.DEBUG_OUTPUT),
                "--registry-overrides=" + pairs(options.registryOverrides())));
        if (!operator.release().announces(OperatorCapability.SUBCOMMANDS)) {
            for (String helper : List.of("socks5-proxy", "availability-prober", "token-minter")) {
                arguments.add("--" + helper + "-image");
                arguments.add(options.image());
            }
        }
        cluster.annotation(Annotations.IMAGE_OVERRIDES)
                .filter(overrides -> !overrides.isEmpty())
                .ifPresent(overrides -> arguments.addAll(List.of("--image-overrides", overrides)));
        return arguments;
    }

    private static List<JsonObject> environment(
            ClusterView cluster, OperatorImage operator, ManagementCluster management) {
        OperatorOptions options = management.operator();
        List<JsonObject> environment = new ArrayList<>();
        environment.add(ManagementComponents.OWN_NAMESPACE);
        add(environment, "CONTROL_PLANE_OPERATOR_IMAGE", Optional.of(operator.image()));
        add(environment, "HOSTED_CLUSTER_CONFIG_OPERATOR_IMAGE", Optional.of(operator.image()));
        add(environment, "OPERATE_ON_RELEASE_IMAGE", Optional.of(cluster.controlPlaneReleaseImage()));
        add(environment, "METRICS_SET", Optional.of(options.metricsSet().value()));
        add(environment, "CERT_ROTATION_SCALE", Optional.of(CERTIFICATE_ROTATION));
        add(environment, "CERTIFICATE_VALIDITY", cluster.annotation(Annotations.CERTIFICATE_VALIDITY));
        add(environment, "CERTIFICATE_RENEWAL_PERCENTAGE", cluster.annotation(Annotations.CERTIFICATE_RENEWAL));
        add(environment, "DEFAULT_INGRESS_DOMAIN", management.defaultIngressDomain());
        if (options.has(OperatorFeature.HOSTED_METRICS_ACCESS)) {
            add(environment, "ENABLE_CVO_MANAGEMENT_CLUSTER_METRICS_ACCESS", Optional.of("1"));
        }
        if (cluster.platformType().equals("AWS")) {
            add(environment, "AWS_SHARED_CREDENTIALS_FILE", Optional.of("/etc/provider/credentials"));
            add(environment, "AWS_REGION", Optional.of(cluster.text("platform", "aws", "region")));
            add(environment, "AWS_SDK_LOAD_CONFIG", Optional.of("true"));
        }
        return environment;
    }

    private static void add(List<JsonObject> environment, String name, Optional<String> value) {
        value.ifPresent(text -> environment.add(JsonObject.of("name", name, "value", text)));
    }

    private static String pairs(Map<String, String> overrides) {
        // The reference's operator cannot be given no override at all, so it is given one that changes nothing.
        return overrides.isEmpty()
                ? "="
                : overrides.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining(","));
    }
}
