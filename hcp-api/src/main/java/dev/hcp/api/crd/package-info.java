/** The CustomResourceDefinitions that the SDK ships, generated from its models in the build. */
@NullMarked
package dev.hcp.api.crd;

import org.jspecify.annotations.NullMarked;
