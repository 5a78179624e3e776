package dev.hcp.platforms.aws;

import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.hypershift.ServicePublishingStrategyMapping;
import dev.hcp.api.hypershift.aws.AwsPlatformSpec;
import dev.hcp.platforms.ManagementCluster;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What of a HostedCluster cannot be honoured on AWS. */
final class AwsConfigurationChecks {
    private static final String REGION = "AWS_REGION";
    private static final List<String> BEHIND_ROUTES = List.of("Konnectivity", "OAuthServer", "Ignition");

    private AwsConfigurationChecks() {}

    static List<String> problems(HostedCluster cluster) {
        AwsPlatformSpec settings = AwsSettings.of(cluster);
        if (settings == null) {
            return List.of("aws cluster needs .spec.platform.aws to be filled");
        }
        List<String> problems = new ArrayList<>();
        for (String service : BEHIND_ROUTES) {
            problem(cluster, service, List.of("Route"), "use Route").ifPresent(problems::add);
        }
        if (!AwsSettings.isPrivate(settings)) {
            problem(cluster, "APIServer", List.of("LoadBalancer", "Route"), "use Route or Loadbalancer")
                    .ifPresent(problems::add);
        }
        return problems;
    }

    /** A control plane that is not on the internet alone needs an operator that works in the account it runs in. */
    static Optional<String> unsupported(HostedCluster cluster, ManagementCluster management) {
        AwsPlatformSpec settings = AwsSettings.of(cluster);
        if (settings == null || AwsSettings.isPublic(settings)) {
            return Optional.empty();
        }
        for (String variable : List.of(REGION, "AWS_SHARED_CREDENTIALS_FILE")) {
            if (management.operatorEnvironment(variable).isEmpty()) {
                return Optional.of(variable + " environment variable is not set for the operator");
            }
        }
        String region = management.operatorEnvironment(REGION);
        return region.equals(settings.getRegion())
                ? Optional.empty()
                : Optional.of("operator only supports private clusters in region " + region);
    }

    private static Optional<String> problem(
            HostedCluster cluster, String service, List<String> supported, String advice) {
        Optional<String> strategy = strategy(cluster, service);
        if (strategy.isEmpty()) {
            return Optional.of("service type " + service + " not found");
        }
        return supported.contains(strategy.get())
                ? Optional.empty()
                : Optional.of("service type " + service + " with publishing strategy " + strategy.get()
                        + " is not supported, " + advice);
    }

    private static Optional<String> strategy(HostedCluster cluster, String service) {
        for (ServicePublishingStrategyMapping mapping : cluster.getSpec().getServices()) {
            if (mapping.getService() != null && mapping.getService().value().equals(service)) {
                return Optional.of(
                        mapping.getServicePublishingStrategy() == null
                                        || mapping.getServicePublishingStrategy()
                                                        .getType()
                                                == null
                                ? ""
                                : mapping.getServicePublishingStrategy()
                                        .getType()
                                        .value());
            }
        }
        return Optional.empty();
    }
}
