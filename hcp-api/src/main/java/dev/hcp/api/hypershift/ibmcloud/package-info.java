/** Hosted clusters and node pools on IBM Cloud, and encryption with its key management services. */
@NullMarked
package dev.hcp.api.hypershift.ibmcloud;

import org.jspecify.annotations.NullMarked;
