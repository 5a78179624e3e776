package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.catalogue.Strategy;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Hands out service addresses and node ports, the lowest free one first. What is in use follows from the services that
 * exist: it is told of their changes. Used under the write lock.
 */
final class ClusterAllocator implements Strategy.Allocator {
    private static final int FIRST_NODE_PORT = 30000;
    private static final int LAST_NODE_PORT = 32767;

    private final String cidr;
    private final long network;
    private final long size;
    private final Set<Long> addresses = new HashSet<>();
    private final TreeSet<Integer> nodePorts = new TreeSet<>();
    private long nextAddress = 1;
    private int nextNodePort = FIRST_NODE_PORT;

    ClusterAllocator(String cidr) {
        this.cidr = cidr;
        int slash = cidr.indexOf('/');
        int bits = Integer.parseInt(cidr.substring(slash + 1));
        Long base = parse(cidr.substring(0, slash));
        if (base == null || bits < 1 || bits > 30) {
            throw new IllegalArgumentException(
                    "service network must be an IPv4 network such as 172.30.0.0/16, not " + cidr);
        }
        this.size = 1L << (32 - bits);
        this.network = base & -size;
    }

    @Override
    public String address(String requested) {
        if (!requested.isEmpty()) {
            Long address = parse(requested);
            if (address == null || address <= network || address >= network + size - 1) {
                throw new Strategy.AllocationException("failed to allocate IP " + requested + ": the provided IP ("
                        + requested + ") is not in the valid range. The range of valid IPs is " + cidr);
            }
            if (addresses.contains(address)) {
                throw new Strategy.AllocationException(
                        "failed to allocate IP " + requested + ": provided IP is already allocated");
            }
            return requested;
        }
        while (addresses.contains(network + nextAddress)) {
            nextAddress++;
        }
        if (nextAddress >= size - 1) {
            throw new Strategy.AllocationException("failed to allocate a serviceIP: range is full");
        }
        return format(network + nextAddress);
    }

    @Override
    public int nodePort(int requested) {
        if (requested != 0) {
            if (requested < FIRST_NODE_PORT || requested > LAST_NODE_PORT) {
                throw new Strategy.AllocationException(
                        "provided port is not in the valid range. The range of valid ports is " + FIRST_NODE_PORT + "-"
                                + LAST_NODE_PORT);
            }
            if (nodePorts.contains(requested)) {
                throw new Strategy.AllocationException("provided port is already allocated");
            }
            return requested;
        }
        while (nodePorts.contains(nextNodePort)) {
            nextNodePort++;
        }
        if (nextNodePort > LAST_NODE_PORT) {
            throw new Strategy.AllocationException("failed to allocate a nodePort: range is full");
        }
        // A service may need several before it is committed: each gets its own.
        return nextNodePort++;
    }

    /** Takes note of a service's change. */
    void changed(@Nullable JsonObject before, @Nullable JsonObject after) {
        if (before != null) {
            note(before.object("spec"), false);
        }
        if (after != null) {
            note(after.object("spec"), true);
        }
    }

    private void note(JsonObject spec, boolean used) {
        Long address = parse(String.valueOf(spec.text("clusterIP")));
        if (address != null) {
            if (used) {
                addresses.add(address);
            } else {
                addresses.remove(address);
                nextAddress = Math.max(1, Math.min(nextAddress, address - network));
            }
        }
        JsonArray ports = spec.array("ports");
        for (int i = 0; i < ports.size(); i++) {
            int nodePort = (int) ports.object(i).integer(0, "nodePort");
            if (nodePort != 0) {
                if (used) {
                    nodePorts.add(nodePort);
                } else {
                    nodePorts.remove(nodePort);
                    nextNodePort = Math.min(nextNodePort, nodePort);
                }
            }
        }
    }

    private static @Nullable Long parse(String address) {
        String[] parts = address.split("\\.", -1);
        if (parts.length != 4) {
            return null;
        }
        long result = 0;
        for (String part : parts) {
            if (!part.matches("\\d{1,3}")) {
                return null;
            }
            result = result << 8 | Integer.parseInt(part);
        }
        return result;
    }

    private static String format(long address) {
        return (address >> 24) + "." + (address >> 16 & 255) + "." + (address >> 8 & 255) + "." + (address & 255);
    }
}
