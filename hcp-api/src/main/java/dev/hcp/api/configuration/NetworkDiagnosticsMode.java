package dev.hcp.api.configuration;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** Whether connections between nodes are checked. */
public final class NetworkDiagnosticsMode extends OpenEnum {
    public static final NetworkDiagnosticsMode ALL = new NetworkDiagnosticsMode("All");

    public static final NetworkDiagnosticsMode DISABLED = new NetworkDiagnosticsMode("Disabled");

    /** An empty text, which counts as absent. */
    public static final NetworkDiagnosticsMode UNSET = new NetworkDiagnosticsMode("");

    private NetworkDiagnosticsMode(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static NetworkDiagnosticsMode of(String value) {
        return new NetworkDiagnosticsMode(value);
    }
}
