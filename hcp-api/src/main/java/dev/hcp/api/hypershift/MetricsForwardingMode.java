package dev.hcp.api.hypershift;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** Whether metrics are forwarded. */
public final class MetricsForwardingMode extends OpenEnum {
    public static final MetricsForwardingMode FORWARD = new MetricsForwardingMode("Forward");

    public static final MetricsForwardingMode NONE = new MetricsForwardingMode("None");

    private MetricsForwardingMode(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static MetricsForwardingMode of(String value) {
        return new MetricsForwardingMode(value);
    }
}
