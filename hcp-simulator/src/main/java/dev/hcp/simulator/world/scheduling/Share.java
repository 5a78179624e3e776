package dev.hcp.simulator.world.scheduling;

/**
 * What some pods take of a node.
 *
 * @param cpu thousandths of a processor
 * @param memory bytes
 */
record Share(long pods, long cpu, long memory) {
    static final Share NONE = new Share(0, 0, 0);

    Share plus(PlacedPod pod, int sign) {
        return new Share(
                pods + sign,
                cpu + sign * pod.demands().cpu(),
                memory + sign * pod.demands().memory());
    }

    Share plus(Share more) {
        return new Share(pods + more.pods, cpu + more.cpu, memory + more.memory);
    }
}
