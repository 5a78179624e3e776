/**
 * Bodies of built-in kinds in the binary encoding that Go clients prefer, and their way to JSON trees and back.
 *
 * <p>What the Go types look like is a resource of this package: a file of fields for each API group, with the number,
 * JSON name and Go type of each field of Kubernetes 1.32. Pointers matter: {@code replicas: 0} of a pointer is a value,
 * {@code hostNetwork: false} of a plain boolean is not. No descriptor tells that, so none is used, nor any library.
 *
 * <p>Public for the API server's own packages only.
 */
@NullMarked
package dev.hcp.simulator.apiserver.protobuf;

import org.jspecify.annotations.NullMarked;
