/** That nothing happens without a reason, and that all comes right in the end, whatever people do and whatever breaks. */
@NullMarked
package dev.hcp.simulator.steadiness;

import org.jspecify.annotations.NullMarked;
