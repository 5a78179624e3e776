package dev.hcp.api.metal3;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** Whether a host works. */
public final class OperationalStatus extends OpenEnum {
    public static final OperationalStatus OK = new OperationalStatus("OK");

    public static final OperationalStatus DISCOVERED = new OperationalStatus("discovered");

    public static final OperationalStatus ERROR = new OperationalStatus("error");

    public static final OperationalStatus DELAYED = new OperationalStatus("delayed");

    public static final OperationalStatus DETACHED = new OperationalStatus("detached");

    private OperationalStatus(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static OperationalStatus of(String value) {
        return new OperationalStatus(value);
    }
}
