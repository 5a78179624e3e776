/** Hosted clusters and node pools on AWS, and encryption with its key management service. */
@NullMarked
package dev.hcp.api.hypershift.aws;

import org.jspecify.annotations.NullMarked;
