/**
 * What runs in containers, as far as clients of the API server get to see it: logs, exec, attach. The server itself runs
 * nothing; who simulates a pod says what its containers print and which commands they know.
 */
@NullMarked
package dev.hcp.simulator.apiserver.pods;

import org.jspecify.annotations.NullMarked;
