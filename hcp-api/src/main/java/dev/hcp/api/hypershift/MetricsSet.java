package dev.hcp.api.hypershift;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** A choice of control plane metrics. */
public final class MetricsSet extends OpenEnum {
    public static final MetricsSet TELEMETRY = new MetricsSet("Telemetry");

    public static final MetricsSet SRE = new MetricsSet("SRE");

    public static final MetricsSet ALL = new MetricsSet("All");

    private MetricsSet(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static MetricsSet of(String value) {
        return new MetricsSet(value);
    }
}
