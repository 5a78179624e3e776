package dev.hcp.reconcilers.controlplane;

import java.util.Map;

/** What nodes fetch their configuration from. */
final class IgnitionComponents {
    static final Component SERVER = Component.deployment("ignition-server")
            .replicas(3)
            .selectApp()
            .component()
            .managementApi()
            .init(
                    Container.of("fetch-feature-gate", "cluster-config-api", "10m", "20Mi"),
                    Container.of("fetch-mco-binaries", "machine-config-operator", "10m", "20Mi"))
            .containers(Container.of("ignition-server", "controlplane-operator", "10m", "40Mi")
                    .port("https", 9090)
                    .port("metrics", 8080)
                    .settings(Workloads::trust))
            .serviceAccount("ignition-server")
            .trustsUserAuthorities()
            .monitor(Monitor.pods("ignition-server")
                    .selecting(Map.of(Component.APP, "ignition-server"))
                    .port("metrics")
                    .metrics(MetricsFilter.EVERYTHING));

    static final Component PROXY = Component.deployment("ignition-server-proxy")
            .replicas(3)
            .dedicatedReplicas(2)
            .selectApp()
            .component()
            .requestServing()
            .containers(Container.of("haproxy", "haproxy-router", "10m", "20Mi").port("https", 8443))
            .serviceAccount("ignition-server-proxy")
            .when(controlPlane -> !controlPlane.onPlatform("IBMCloud"));

    private IgnitionComponents() {}
}
