package dev.hcp.reconcilers;

import dev.hcp.api.HcpException;
import dev.hcp.platforms.Permission;

/** A reconciler, or a platform it asked, did something to an object that it does not declare. */
public final class UndeclaredAccessException extends HcpException {
    private static final long serialVersionUID = 1L;

    UndeclaredAccessException(String reconciler, Permission needed) {
        super("the reconciler " + reconciler + " needs " + needed
                + ", and does not declare it; add that to the permissions() "
                + "of the reconciler, or of the platform that wants it");
    }
}
