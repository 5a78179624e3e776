/**
 * Cluster API's core controllers: clusters, machine deployments, machine sets, machines and machine health checks, as
 * Cluster API 1.7 (the version of OpenShift 4.17) behaves.
 */
@NullMarked
package dev.hcp.simulator.world.capi;

import org.jspecify.annotations.NullMarked;
