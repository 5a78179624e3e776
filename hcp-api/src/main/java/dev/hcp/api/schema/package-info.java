/**
 * What a CustomResourceDefinition says beyond names and Java types, as annotations on the models: the definitions that the
 * SDK ships are generated from them.
 */
@NullMarked
package dev.hcp.api.schema;

import org.jspecify.annotations.NullMarked;
