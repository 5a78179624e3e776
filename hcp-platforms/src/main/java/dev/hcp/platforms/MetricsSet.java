package dev.hcp.platforms;

/** Which metrics of hosted control planes the management cluster's Prometheus collects. */
public enum MetricsSet {
    /** The few that the default telemetry needs. */
    TELEMETRY("Telemetry"),
    /** Those that a config map of the operator's namespace chooses. */
    SRE("SRE"),
    /** Every metric. */
    ALL("All");

    private final String value;

    MetricsSet(String value) {
        this.value = value;
    }

    /** As it is written in the operator's environment. */
    public String value() {
        return value;
    }
}
