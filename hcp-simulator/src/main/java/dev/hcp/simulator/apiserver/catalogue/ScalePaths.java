package dev.hcp.simulator.apiserver.catalogue;

/**
 * Where a kind keeps what its scale sub-resource shows; paths are simple JSON paths such as {@code .spec.replicas}.
 *
 * @param labelSelector path of the selector as text; empty when there is none
 */
public record ScalePaths(String specReplicas, String statusReplicas, String labelSelector) {}
