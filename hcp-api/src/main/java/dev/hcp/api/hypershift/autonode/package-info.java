/** Nodes of a hosted cluster that come and go by themselves, without node pools. */
@NullMarked
package dev.hcp.api.hypershift.autonode;

import org.jspecify.annotations.NullMarked;
