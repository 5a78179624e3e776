/** What there is of a hosted cluster as files, for those who look for a fault elsewhere: {@link dev.hcp.client.dump.ClusterDump}. */
@NullMarked
package dev.hcp.client.dump;

import org.jspecify.annotations.NullMarked;
