/** The platform {@code IBMCloud}: a control plane whose nodes IBM Cloud's own service brings. */
@NullMarked
package dev.hcp.platforms.ibmcloud;

import org.jspecify.annotations.NullMarked;
