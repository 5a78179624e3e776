/** Texts with a meaning of their own: address ranges, Go durations, release versions, pauses. Decoding them never fails. */
@NullMarked
package dev.hcp.api.value;

import org.jspecify.annotations.NullMarked;
