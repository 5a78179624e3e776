/**
 * The NodePool controller: from a pool to its machine template, its MachineDeployment or MachineSet, its token and
 * user-data secrets, and its conditions.
 */
@NullMarked
package dev.hcp.reconcilers.nodepool;

import org.jspecify.annotations.NullMarked;
