package dev.hcp.platforms;

import java.util.Optional;

/**
 * What a cluster that virtual machines live in offers.
 *
 * @param kubeVirtVersion version of KubeVirt, when it is installed
 * @param kubernetesVersion version of Kubernetes
 */
public record InfrastructureCluster(Optional<String> kubeVirtVersion, String kubernetesVersion) {}
