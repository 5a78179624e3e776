/**
 * Who asks, and what they may do: users, role-based access control over the role objects of a store, and the roles that
 * every cluster begins with.
 */
@NullMarked
package dev.hcp.simulator.apiserver.access;

import org.jspecify.annotations.NullMarked;
