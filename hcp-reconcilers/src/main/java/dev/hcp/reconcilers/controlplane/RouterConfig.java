package dev.hcp.reconcilers.controlplane;

import dev.hcp.reconcilers.controlplane.ControlPlaneConfigMaps.Entry;
import java.util.Map;

/** How the control plane's own router finds the service behind a host name without ending TLS. */
final class RouterConfig {
    static final Entry ENTRY =
            new Entry("router", Map.of(), controlPlane -> Map.of("haproxy.cfg", configuration(controlPlane)));

    private RouterConfig() {}

    private static String configuration(ControlPlane controlPlane) {
        StringBuilder frontend = new StringBuilder("frontend main\n"
                + "  bind :::8443 v4v6\n"
                + "  mode tcp\n"
                + "  tcp-request inspect-delay 5s\n"
                + "  tcp-request content accept if { req_ssl_hello_type 1 }\n");
        StringBuilder backends = new StringBuilder();
        controlPlane.references().routes().forEach((host, target) -> {
            String name = host.replace('.', '_');
            frontend.append("  acl is_")
                    .append(name)
                    .append(" req_ssl_sni -i ")
                    .append(host)
                    .append('\n');
            frontend.append("  use_backend ")
                    .append(name)
                    .append(" if is_")
                    .append(name)
                    .append('\n');
            backends.append("\nbackend ")
                    .append(name)
                    .append("\n  mode tcp\n  server first ")
                    .append(target)
                    .append('.')
                    .append(controlPlane.namespace())
                    .append(".svc\n");
        });
        return "global\n  maxconn 7682\n\ndefaults\n  timeout connect 5s\n  timeout client 30s\n  timeout server 30s\n\n"
                + frontend + backends;
    }
}
