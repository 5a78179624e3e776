/**
 * The platform {@code AWS}, as far as it can be decided without the cloud: what the management cluster's objects say. Work
 * in an AWS account has its own place.
 */
@NullMarked
package dev.hcp.platforms.aws;

import org.jspecify.annotations.NullMarked;
