/**
 * What all typed models share: the {@link dev.hcp.api.model.HcpModel} style, total decoding that never loses a member,
 * and open enumerations.
 */
@NullMarked
package dev.hcp.api.model;

import org.jspecify.annotations.NullMarked;
