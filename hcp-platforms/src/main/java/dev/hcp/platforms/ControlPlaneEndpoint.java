package dev.hcp.platforms;

import dev.hcp.api.hypershift.ApiEndpoint;
import dev.hcp.api.hypershift.HostedControlPlane;
import dev.hcp.api.json.JsonObject;
import java.util.Optional;

/** Where a control plane says that its API server is reached, as infrastructure objects of Cluster API repeat it. */
public final class ControlPlaneEndpoint {
    private ControlPlaneEndpoint() {}

    /** Host and port ({@code status.controlPlaneEndpoint}); empty and 0 as long as they are not known. */
    public static JsonObject of(Optional<HostedControlPlane> controlPlane) {
        ApiEndpoint endpoint = controlPlane
                .map(HostedControlPlane::getStatus)
                .map(status -> status.getControlPlaneEndpoint())
                .orElse(null);
        String host = endpoint == null ? null : endpoint.getHost();
        Integer port = endpoint == null ? null : endpoint.getPort();
        return JsonObject.of("host", host == null ? "" : host, "port", port == null ? 0 : port);
    }
}
