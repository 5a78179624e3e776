package dev.hcp.reconcilers.operator;

import dev.hcp.api.HcpException;
import dev.hcp.reconcilers.Intent;

/** Somebody changed what a pass decided from while it was carried out; it will be made again. */
final class StaleViewException extends HcpException {
    private static final long serialVersionUID = 1L;

    StaleViewException(Intent intent) {
        super(intent + " was not carried out: the object's status has changed since it was read");
    }
}
