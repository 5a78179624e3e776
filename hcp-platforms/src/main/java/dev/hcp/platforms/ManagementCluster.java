package dev.hcp.platforms;

import java.util.Optional;

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
 */
public record ManagementCluster(
        boolean routes,
        String platform,
        Optional<String> defaultIngressDomain,
        String operatorNamespace,
        String operatorImage,
        Optional<String> kubeVirtVersion,
        String kubernetesVersion) {}
