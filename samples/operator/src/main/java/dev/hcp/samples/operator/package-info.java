/** An operator of hosted clusters that can be deployed: HyperShift's controllers in a process of their own. */
@NullMarked
package dev.hcp.samples.operator;

import org.jspecify.annotations.NullMarked;
