/** The platform {@code None}: a control plane whose nodes somebody else brings. */
@NullMarked
package dev.hcp.platforms.none;

import org.jspecify.annotations.NullMarked;
