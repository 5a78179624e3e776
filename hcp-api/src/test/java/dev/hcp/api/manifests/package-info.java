/** Manifests as the documentation, the recordings and people have them, read and written back. */
@org.jspecify.annotations.NullMarked
package dev.hcp.api.manifests;
