/**
 * Why a hosted cluster does not come up, and what to do: the symptoms of the documentation, 12.3, with their causes. Begin
 * with {@link dev.hcp.client.diagnosis.Diagnosis}.
 */
@NullMarked
package dev.hcp.client.diagnosis;

import org.jspecify.annotations.NullMarked;
