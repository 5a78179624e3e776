/** Writes the CustomResourceDefinitions from the models. Runs in the build and is not part of the published library. */
@NullMarked
package dev.hcp.api.crd.generator;

import org.jspecify.annotations.NullMarked;
