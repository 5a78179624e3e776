package dev.hcp.platforms;

import dev.hcp.api.HcpException;

/** A machine template cannot be made from what the user wrote. */
public final class MachineTemplateException extends HcpException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    /**
     * @param reason reason of condition ValidMachineTemplate
     * @param message its message
     */
    public MachineTemplateException(String reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** Reason of condition ValidMachineTemplate. */
    public String reason() {
        return reason;
    }
}
