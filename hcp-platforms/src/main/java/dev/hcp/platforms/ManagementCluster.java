package dev.hcp.platforms;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a management cluster offers, as reconcilers need to know it.
 *
 * @param routes whether the Route API ({@code route.openshift.io}) is there; without it no service can be published by
 *     a Route
 * @param platform the platform type the management cluster itself runs on, as in its Infrastructure object; "None" on
 *     bare metal and wherever it is unknown
 * @param defaultIngressDomain the domain of the default ingress ({@code apps.<cluster>}), when there is one
 * @param operator how the HyperShift operator was installed
 * @param kubeVirtVersion version of KubeVirt on the management cluster, when it is installed
 * @param kubernetesVersion Kubernetes version of the management cluster
 * @param optionalGroups API groups it serves of those that are used where they are there, such as {@code
 *     monitoring.coreos.com}
 * @param operatorEnvironment those environment variables of the HyperShift operator that change what it does, such as
 *     {@code AWS_REGION} of an operator that may make private clusters on AWS
 * @param network its networks
 */
public record ManagementCluster(
        boolean routes,
        String platform,
        Optional<String> defaultIngressDomain,
        OperatorOptions operator,
        Optional<String> kubeVirtVersion,
        String kubernetesVersion,
        Set<String> optionalGroups,
        Map<String, String> operatorEnvironment,
        ManagementNetwork network) {
    /** API group of the Prometheus operator. */
    public static final String MONITORING = "monitoring.coreos.com";

    /** API group of OpenShift's image streams. */
    public static final String IMAGES = "image.openshift.io";

    /** API group of OpenShift's configuration, where the management cluster says its ingress domain. */
    public static final String OPENSHIFT_CONFIGURATION = "config.openshift.io";

    public ManagementCluster {
        optionalGroups = Set.copyOf(optionalGroups);
        operatorEnvironment = Map.copyOf(operatorEnvironment);
    }

    /** A management cluster whose operator has an environment that says nothing. */
    public ManagementCluster(
            boolean routes,
            String platform,
            Optional<String> defaultIngressDomain,
            OperatorOptions operator,
            Optional<String> kubeVirtVersion,
            String kubernetesVersion,
            Set<String> optionalGroups) {
        this(
                routes,
                platform,
                defaultIngressDomain,
                operator,
                kubeVirtVersion,
                kubernetesVersion,
                optionalGroups,
                Map.of(),
                ManagementNetwork.UNKNOWN);
    }

    /** A management cluster without any of the optional API groups. */
    public ManagementCluster(
            boolean routes,
            String platform,
            Optional<String> defaultIngressDomain,
            OperatorOptions operator,
            Optional<String> kubeVirtVersion,
            String kubernetesVersion) {
        this(routes, platform, defaultIngressDomain, operator, kubeVirtVersion, kubernetesVersion, Set.of());
    }

    /** A management cluster with this environment of its operator. */
    public ManagementCluster withOperatorEnvironment(Map<String, String> environment) {
        return new ManagementCluster(
                routes,
                platform,
                defaultIngressDomain,
                operator,
                kubeVirtVersion,
                kubernetesVersion,
                optionalGroups,
                environment,
                network);
    }

    /** A management cluster with these networks. */
    public ManagementCluster withNetwork(ManagementNetwork networks) {
        return new ManagementCluster(
                routes,
                platform,
                defaultIngressDomain,
                operator,
                kubeVirtVersion,
                kubernetesVersion,
                optionalGroups,
                operatorEnvironment,
                networks);
    }

    /** The value of an environment variable of the operator; empty when it is not set. */
    public String operatorEnvironment(String variable) {
        return operatorEnvironment.getOrDefault(variable, "");
    }

    /** Whether it serves an API group of those that are optional. */
    public boolean serves(String group) {
        return optionalGroups.contains(group);
    }
}
