package dev.hcp.reconcilers.operator;

import dev.hcp.platforms.KeyMaterial;
import dev.hcp.platforms.ManagementCluster;
import dev.hcp.platforms.Reachability;
import dev.hcp.platforms.ReleaseCatalogue;
import java.time.InstantSource;

/** What a world offers besides objects. */
record OperatorPorts(
        ReleaseCatalogue releases,
        KeyMaterial keyMaterial,
        ManagementCluster managementCluster,
        HostedApis hostedApis,
        Reachability reachability,
        InstantSource clock) {}
