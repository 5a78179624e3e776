package dev.hcp.reconcilers.controlplane;

import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.controlplane.Component.Priority;
import java.util.List;
import java.util.Map;

/** The operator lifecycle manager and the catalogues it installs from. */
final class CatalogComponents {
    static final Component OLM_OPERATOR = Component.deployment("olm-operator")
            .rolling()
            .selectApp()
            .component()
            .init(Container.prober())
            .containers(
                    Container.of("olm-operator", "operator-lifecycle-manager", "10m", "160Mi")
                            .settings(controlPlane -> TunnelSettings.SOCKS)
                            .port("metrics", 8443),
                    Container.of("socks5-proxy", "socks5-proxy", "10m", "15Mi").port(8090))
            .images("operator-registry")
            .monitor(Monitor.service("olm-operator")
                    .selecting(ControlPlaneServices.component("olm-operator"))
                    .port("https-metrics")
                    .metrics(MetricsFilter.OLM_OPERATOR));

    static final Component CATALOG_OPERATOR = Component.deployment("catalog-operator")
            .rolling()
            .selectApp()
            .component()
            .init(Container.prober())
            .containers(
                    Container.of("catalog-operator", "operator-lifecycle-manager", "10m", "80Mi")
                            .settings(controlPlane -> TunnelSettings.SOCKS)
                            .port("metrics", 8443),
                    Container.of("socks5-proxy", "socks5-proxy", "10m", "15Mi").port(8090))
            .images("operator-registry")
            .monitor(Monitor.service("catalog-operator")
                    .selecting(ControlPlaneServices.component("catalog-operator"))
                    .port("https-metrics")
                    .metrics(MetricsFilter.CATALOG_OPERATOR));

    static final Component PACKAGE_SERVER = Component.deployment("packageserver")
            .replicas(3)
            .replicasOn("IBMCloud", 2)
            .rolling("25%", "25%")
            .priority(Priority.API_CRITICAL)
            .selectApp()
            .component()
            .spreadBy(Map.of(Component.APP, "packageserver", Component.COMPONENT, "packageserver"))
            .init(Container.prober())
            .containers(
                    Container.of("packageserver", "operator-lifecycle-manager", "10m", "250Mi")
                            .settings(controlPlane -> TunnelSettings.SOCKS)
                            .with(JsonObject.of("containerPort", 5443, "protocol", "TCP")),
                    Container.of("socks5-proxy", "socks5-proxy", "10m", "15Mi").port(8090));

    static final List<Component> CATALOGS = List.of(
            catalog("certified-operators", "160Mi"),
            catalog("community-operators", "160Mi"),
            catalog("redhat-marketplace", "340Mi"),
            catalog("redhat-operators", "420Mi"));

    private CatalogComponents() {}

    private static Component catalog(String source, String memory) {
        String name = source + "-catalog";
        return Component.deployment(name)
                .select("olm.catalogSource", source)
                .label(Component.APP, name)
                .component()
                .containers(Container.of("registry", ControlPlane.CATALOG_PREFIX + source, "10m", memory)
                        .tcp("grpc", 50051))
                .when(ControlPlane::catalogsOnManagementCluster);
    }
}
