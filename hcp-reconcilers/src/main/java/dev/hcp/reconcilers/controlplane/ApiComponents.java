package dev.hcp.reconcilers.controlplane;

import dev.hcp.reconcilers.controlplane.Component.Priority;

/** The API servers of a control plane, its schedulers and core controllers, and the tunnel to its nodes. */
final class ApiComponents {
    static final Component KUBE_API_SERVER = Component.deployment("kube-apiserver")
            .configured()
            .replicas(3)
            .dedicatedReplicas(2)
            .priority(Priority.API_CRITICAL)
            .selectApp()
            .selectComponent()
            .requestServing()
            .init(
                    Container.of("init-bootstrap", "cluster-config-api", "30m", "50Mi"),
                    Container.of("wait-for-etcd", "controlplane-operator"))
            .containers(
                    Container.of("apply-bootstrap", "cli", "10m", "10Mi"),
                    Container.of("kube-apiserver", "hyperkube", "350m", "2Gi").tcp("client", 6443),
                    Container.of("konnectivity-server", "apiserver-network-proxy", "10m", "50Mi"),
                    Container.of("audit-logs", "cli", "5m", "10Mi"))
            .images(
                    "cluster-config-operator",
                    "token-minter",
                    "aws-kms-encryption-provider",
                    "azure-kms-encryption-provider",
                    "aws-pod-identity-webhook")
            .disruptionBudget();

    static final Component KUBE_CONTROLLER_MANAGER = Component.deployment("kube-controller-manager")
            .configured()
            .replicas(2)
            .rolling(3, 1)
            .selectApp()
            .selectComponent()
            .init(Container.prober())
            .containers(Container.of("kube-controller-manager", "hyperkube", "60m", "400Mi")
                    .tcp("client", 10257));

    static final Component KUBE_SCHEDULER = Component.deployment("kube-scheduler")
            .configured()
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
            .containers(Container.of("kube-scheduler", "hyperkube", "25m", "150Mi"));

    static final Component OPENSHIFT_API_SERVER = Component.deployment("openshift-apiserver")
            .configured()
            .replicas(3)
            .rolling(3, 1)
            .priority(Priority.API_CRITICAL)
            .selectApp()
            .selectComponent()
            .init(Container.prober(), Container.of("oas-trust-anchor-generator", "cli"))
            .containers(
                    Container.of("openshift-apiserver", "openshift-apiserver", "100m", "200Mi")
                            .tcp("https", 8443),
                    Container.of("konnectivity-proxy", "controlplane-operator", "10m", "10Mi"),
                    Container.of("audit-logs", "cli", "5m", "10Mi"))
            .images("oauth-apiserver", "tools")
            .disruptionBudget();

    static final Component OAUTH_API_SERVER = Component.deployment("openshift-oauth-apiserver")
            .configured()
            .replicas(3)
            .rolling(3, 1)
            .priority(Priority.API_CRITICAL)
            .selectApp()
            .selectComponent()
            .init(Container.prober())
            .containers(
                    Container.of("oauth-apiserver", "oauth-apiserver", "150m", "80Mi"),
                    Container.of("konnectivity-proxy", "controlplane-operator", "10m", "10Mi"),
                    Container.of("audit-logs", "cli", "5m", "10Mi"))
            .disruptionBudget();

    static final Component OAUTH_SERVER = Component.deployment("oauth-openshift")
            .configured()
            .replicas(2)
            .dedicatedReplicas(2)
            .rolling(3, 1)
            .priority(Priority.API_CRITICAL)
            .selectApp()
            .selectComponent()
            .requestServing()
            .init(Container.prober())
            .containers(
                    Container.of("oauth-server", "oauth-server", "25m", "40Mi"),
                    Container.of("socks5-proxy", "socks5-proxy", "10m", "10Mi"),
                    Container.of("http-proxy", "socks5-proxy", "10m", "10Mi"),
                    Container.of("audit-logs", "cli", "5m", "10Mi"))
            .disruptionBudget();

    static final Component KONNECTIVITY_AGENT = Component.deployment("konnectivity-agent")
            .replicas(3)
            .selectApp()
            .selectComponent()
            .containers(Container.of("konnectivity-agent", "apiserver-network-proxy", "40m", "50Mi"));

    static final Component ROUTER = Component.deployment("router")
            .replicas(3)
            .dedicatedReplicas(2)
            .rolling(0, 1)
            .select(Component.APP, "private-router")
            .requestServing()
            .containers(Container.of("private-router", "haproxy-router", "50m", "40Mi")
                    .port("https", 8443))
            .when(ControlPlane::usesRouter)
            .disruptionBudget();

    private ApiComponents() {}

    private static java.util.Map<String, String> ordered(String... pairs) {
        java.util.Map<String, String> map = new java.util.LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
