package dev.hcp.platforms;

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
 * @param operatorNamespace namespace of the HyperShift operator, {@code hypershift} by default
 * @param operatorImage image of the HyperShift operator
 * @param kubeVirtVersion version of KubeVirt on the management cluster, when it is installed
 * @param kubernetesVersion Kubernetes version of the management cluster
 * @param optionalGroups API groups it serves of those that are used where they are there, such as {@code
 *     monitoring.coreos.com}
 */
public record ManagementCluster(
        boolean routes,
        String platform,
        Optional<String> defaultIngressDomain,
        String operatorNamespace,
        String operatorImage,
        Optional<String> kubeVirtVersion,
        String kubernetesVersion,
        Set<String> optionalGroups) {
    /** API group of the Prometheus operator. */
    public static final String MONITORING = "monitoring.coreos.com";

    public ManagementCluster {
        optionalGroups = Set.copyOf(optionalGroups);
    }

    /** A management cluster without any of the optional API groups. */
    public ManagementCluster(
            boolean routes,
            String platform,
            Optional<String> defaultIngressDomain,
            String operatorNamespace,
            String operatorImage,
            Optional<String> kubeVirtVersion,
            String kubernetesVersion) {
        this(
                routes,
                platform,
                defaultIngressDomain,
                operatorNamespace,
                operatorImage,
                kubeVirtVersion,
                kubernetesVersion,
                Set.of());
    }

    /** Whether it serves an API group of those that are optional. */
    public boolean serves(String group) {
        return optionalGroups.contains(group);
    }
}
