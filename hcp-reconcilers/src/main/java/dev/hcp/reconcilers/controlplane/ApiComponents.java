package dev.hcp.reconcilers.controlplane;

import dev.hcp.api.names.Annotations;
import dev.hcp.reconcilers.controlplane.Component.Priority;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The API servers of a control plane, its schedulers and core controllers, and the tunnel to its nodes. */
final class ApiComponents {
    static final String AUDIT_LOGS = "audit-logs";
    private static final String PORTIERIS = "portieris";

    private static final Container AUDIT = Container.of(AUDIT_LOGS, "cli", "5m", "10Mi");

    static final Component KUBE_API_SERVER = EncryptionServices.onlyWhereWanted(Component.deployment("kube-apiserver")
            .configuredBy(ApiServerConfigMaps.CONFIG)
            .hash(PodHashes.AUTHENTICATION, PodHashes.of(List.of(ApiServerConfigMaps.AUTHENTICATION)))
            .hash(PodHashes.AUDIT, PodHashes.of(List.of(ApiServerConfigMaps.AUDIT)))
            .hash(PodHashes.AESCBC_KEY, PodHashes::encryptionKeys)
            .main("kube-apiserver")
            .replicas(3)
            .dedicatedReplicas(2)
            .priority(Priority.API_CRITICAL)
            .selectApp()
            .selectComponent()
            .requestServing()
            .init(
                    Container.of("init-bootstrap", "cluster-config-api", "30m", "50Mi"),
                    Container.of("wait-for-etcd", "controlplane-operator"))
            .only("wait-for-etcd", controlPlane -> !controlPlane.etcdIsUnmanaged())
            .containers(Stream.of(
                            List.of(
                                    Container.of("apply-bootstrap", "cli", "10m", "10Mi"),
                                    Container.of("kube-apiserver", "hyperkube", "350m", "2Gi")
                                            .tcp("client", ControlPlane::apiServerPodPort)
                                            .settings(ApiServerSettings::of),
                                    Container.of("konnectivity-server", "apiserver-network-proxy", "10m", "50Mi")
                                            .orImageOf(Annotations.KONNECTIVITY_SERVER_IMAGE),
                                    AUDIT,
                                    Container.of(
                                            "aws-pod-identity-webhook", "aws-pod-identity-webhook", "10m", "25Mi")),
                            EncryptionServices.CONTAINERS,
                            List.of(Container.of(PORTIERIS, "").orImageOf(Annotations.PORTIERIS_IMAGE)))
                    .flatMap(List::stream)
                    .toArray(Container[]::new))
            .only(AUDIT_LOGS, ControlPlane::audited)
            .only("aws-pod-identity-webhook", controlPlane -> controlPlane.onPlatform("AWS"))
            .only(PORTIERIS, controlPlane -> controlPlane
                    .annotation(Annotations.PORTIERIS_IMAGE)
                    .isPresent())
            .images(
                    "cluster-config-operator",
                    "token-minter",
                    "aws-kms-encryption-provider",
                    "azure-kms-encryption-provider",
                    "aws-pod-identity-webhook")
            .disruptionBudget()
            .monitor(Monitor.service("kube-apiserver")
                    .selecting(ControlPlaneServices.component("kube-apiserver"))
                    .port("client")
                    .metrics(MetricsFilter.KUBE_API_SERVER)));

    static final Component KUBE_CONTROLLER_MANAGER = Component.deployment("kube-controller-manager")
            .configuredBy(ControllerConfigMaps.CONTROLLER_MANAGER)
            .hash(PodHashes.ROOT_CA, PodHashes::rootAuthority)
            .replicas(2)
            .rolling(3, 1)
            .selectApp()
            .selectComponent()
            .init(Container.prober())
            .containers(Container.of("kube-controller-manager", "hyperkube", "60m", "400Mi")
                    .tcp("client", 10257)
                    .arguments(controlPlane -> ApiServerSettings.profiling(controlPlane, "kube-controller-manager")))
            .monitor(Monitor.service("kube-controller-manager")
                    .selecting(ControlPlaneServices.component("kube-controller-manager"))
                    .port("client")
                    .metrics(MetricsFilter.KUBE_CONTROLLER_MANAGER));

    static final Component KUBE_SCHEDULER = Component.deployment("kube-scheduler")
            .hash(PodHashes.SCHEDULER_CONFIG, PodHashes.of(List.of(ControllerConfigMaps.SCHEDULER)))
            .replicas(2)
            .rolling(3, 1)
            .selectApp()
            .component()
            .spreadBy(ordered(
                    Component.APP,
                    "kube-scheduler",
                    Component.COMPONENT,
                    "kube-scheduler",
                    Component.HOSTED_CONTROL_PLANE,
                    ""))
            .init(Container.prober())
            .containers(Container.of("kube-scheduler", "hyperkube", "25m", "150Mi")
                    .arguments(controlPlane -> ApiServerSettings.profiling(controlPlane, "kube-scheduler")));

    static final Component OPENSHIFT_API_SERVER = Component.deployment("openshift-apiserver")
            .configuredBy(ControllerConfigMaps.OPENSHIFT_API_SERVER)
            .hash(PodHashes.AUDIT, PodHashes.of(List.of(ControllerConfigMaps.OPENSHIFT_API_SERVER_AUDIT)))
            .hash(PodHashes.ADDITIONAL_CA, PodHashes::additionalAuthorities)
            .trustsUserAuthorities()
            .replicas(3)
            .rolling(3, 1)
            .priority(Priority.API_CRITICAL)
            .selectApp()
            .selectComponent()
            .init(Container.prober(), Container.of("oas-trust-anchor-generator", "cli"))
            .containers(
                    Container.of("openshift-apiserver", "openshift-apiserver", "100m", "200Mi")
                            .tcp("https", 8443)
                            .settings(controlPlane -> TunnelSettings.API)
                            .settings(Workloads::trust),
                    Container.of("konnectivity-proxy", "controlplane-operator", "10m", "10Mi"),
                    AUDIT)
            .only(AUDIT_LOGS, ControlPlane::audited)
            .images("oauth-apiserver", "tools")
            .disruptionBudget()
            .monitor(Monitor.service("openshift-apiserver")
                    .selecting(ControlPlaneServices.component("openshift-apiserver"))
                    .port("https")
                    .metrics(MetricsFilter.OPENSHIFT_API_SERVER));

    static final Component OAUTH_API_SERVER = Component.deployment("openshift-oauth-apiserver")
            .hash(PodHashes.AUDIT, PodHashes.of(List.of(OAuthConfigMaps.API_SERVER_AUDIT)))
            .replicas(3)
            .rolling(3, 1)
            .priority(Priority.API_CRITICAL)
            .selectApp()
            .selectComponent()
            .init(Container.prober())
            .containers(
                    Container.of("oauth-apiserver", "oauth-apiserver", "150m", "80Mi")
                            .arguments(OAuthConfigMaps::apiServerArguments),
                    Container.of("konnectivity-proxy", "controlplane-operator", "10m", "10Mi"),
                    AUDIT)
            .only(AUDIT_LOGS, ControlPlane::audited)
            .when(ControlPlane::oauthEnabled)
            .disruptionBudget();

    static final Component OAUTH_SERVER = Component.deployment("oauth-openshift")
            .configuredBy(OAuthConfigMaps.SERVER)
            .hash(PodHashes.AUDIT, PodHashes.of(List.of(OAuthConfigMaps.SERVER_AUDIT)))
            .replicas(2)
            .dedicatedReplicas(2)
            .rolling(3, 1)
            .priority(Priority.API_CRITICAL)
            .selectApp()
            .selectComponent()
            .requestServing()
            .init(Container.prober())
            .containers(
                    Container.of("oauth-server", "oauth-server", "25m", "40Mi")
                            .settings(controlPlane -> TunnelSettings.BOTH),
                    Container.of("socks5-proxy", "socks5-proxy", "10m", "10Mi"),
                    Container.of("http-proxy", "socks5-proxy", "10m", "10Mi"),
                    AUDIT)
            .only(AUDIT_LOGS, ControlPlane::audited)
            .when(ControlPlane::oauthEnabled)
            .disruptionBudget();

    static final Component KONNECTIVITY_AGENT = Component.deployment("konnectivity-agent")
            .replicas(3)
            .selectApp()
            .selectComponent()
            .containers(Container.of("konnectivity-agent", "apiserver-network-proxy", "40m", "50Mi")
                    .orImageOf(Annotations.KONNECTIVITY_AGENT_IMAGE));

    static final Component ROUTER = Component.deployment("router")
            .replicas(3)
            .dedicatedReplicas(2)
            .priority(Priority.API_CRITICAL)
            .configuredBy(RouterConfig.ENTRY)
            .select(Component.APP, "private-router")
            .requestServing()
            .containers(Container.of("private-router", "haproxy-router", "50m", "40Mi")
                    .tcp("https", 8443))
            .when(ControlPlane::usesRouter)
            .disruptionBudget();

    private ApiComponents() {}

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
