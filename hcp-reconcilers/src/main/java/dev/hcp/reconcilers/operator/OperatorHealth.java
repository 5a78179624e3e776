package dev.hcp.reconcilers.operator;

/**
 * How an operator is, for probes.
 *
 * @param started whether it runs: what a readiness probe asks. One that waits for its lease does, too
 * @param following whether all its informers follow the cluster: what a liveness probe asks. They come back by themselves
 *     after the cluster could not be reached, so give it a while
 */
public record OperatorHealth(boolean started, boolean following) {}
