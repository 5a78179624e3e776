package dev.hcp.api.ocm;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** By what it is told whether an add-on is available. */
public final class AddOnHealthCheckMode extends OpenEnum {
    public static final AddOnHealthCheckMode LEASE = new AddOnHealthCheckMode("Lease");

    public static final AddOnHealthCheckMode CUSTOMIZED = new AddOnHealthCheckMode("Customized");

    private AddOnHealthCheckMode(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static AddOnHealthCheckMode of(String value) {
        return new AddOnHealthCheckMode(value);
    }
}
