package dev.hcp.reconcilers.hostedconfig;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.ObjectKey;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.Optional;

/** Sets up the operators of the payload for the cluster's platform. What users may change is created and left to them. */
final class ClusterOperators {
    static final String INGRESS_NAMESPACE = "openshift-ingress";
    static final String INGRESS_OPERATOR_NAMESPACE = "openshift-ingress-operator";

    private static final String CLUSTER = "cluster";
    private static final String PRIVATE_INGRESS = "hypershift.openshift.io/private-ingress-controller";
    private static final String BALANCER_SCOPE = "hypershift.openshift.io/ingress-controller-load-balancer-scope";
    private static final String INGRESS_CERTIFICATE = "default-ingress-cert";

    private final HostedPass pass;

    ClusterOperators(HostedPass pass) {
        this.pass = pass;
    }

    void reconcile() {
        ingressController();
        network();
        registry();
        managed(OperatorKinds.Storage.class, CLUSTER);
        managed(OperatorKinds.CsiSnapshotController.class, CLUSTER);
        if (pass.onPlatform("AWS")) {
            managed(OperatorKinds.ClusterCsiDriver.class, "ebs.csi.aws.com");
            pass.applySpec(
                    OperatorKinds.CloudCredential.class,
                    CLUSTER,
                    () -> JsonObject.of("credentialsMode", "Manual", "managementState", "Managed"));
        }
        monitoring();
    }

    private void managed(Class<? extends HasMetadata> type, String name) {
        pass.applySpec(
                type,
                name,
                () -> JsonObject.of("logLevel", "Normal", "managementState", "Managed", "operatorLogLevel", "Normal"));
    }

    private long replicas() {
        return pass.infrastructureHighlyAvailable() ? 2 : 1;
    }

    private void ingressController() {
        pass.management().tree(Secret.class, pass.namespace(), "ingress-crt").ifPresent(certificate -> pass.guest()
                .apply(
                        Secret.class,
                        HostedPass.object(Secret.class, INGRESS_NAMESPACE, INGRESS_CERTIFICATE)
                                .with(
                                        "data",
                                        JsonObject.of(
                                                "tls.crt",
                                                certificate.at("data", "tls.crt"),
                                                "tls.key",
                                                certificate.at("data", "tls.key")))
                                .with("type", "kubernetes.io/tls")));
        ObjectKey key = new ObjectKey(INGRESS_OPERATOR_NAMESPACE, "default");
        if (pass.guest()
                .tree(OperatorKinds.IngressController.class, key.namespace(), key.name())
                .isEmpty()) {
            pass.guest()
                    .createIfAbsent(
                            OperatorKinds.IngressController.class,
                            HostedPass.object(OperatorKinds.IngressController.class, key.namespace(), key.name())
                                    .with(
                                            "spec",
                                            JsonObject.of(
                                                    "defaultCertificate",
                                                    JsonObject.of("name", INGRESS_CERTIFICATE),
                                                    "domain",
                                                    ClusterDomain.ingress(pass),
                                                    "endpointPublishingStrategy",
                                                    publishing(),
                                                    "replicas",
                                                    replicas())));
        }
    }

    private JsonObject publishing() {
        if (pass.annotation(PRIVATE_INGRESS).filter("true"::equals).isPresent()) {
            return JsonObject.of("private", JsonObject.of("protocol", "TCP"), "type", "Private");
        }
        return switch (HostedPass.text(pass.spec(), "platform", "type")) {
            case "None", "Agent" -> JsonObject.of("type", "HostNetwork");
            case "KubeVirt" -> JsonObject.of("type", "NodePortService");
            case "AWS" ->
                balancer()
                        .withAt(
                                JsonObject.of("aws", JsonObject.of("type", awsBalancer()), "type", "AWS"),
                                "loadBalancer",
                                "providerParameters");
            default -> balancer();
        };
    }

    private JsonObject balancer() {
        String scope = pass.annotation(BALANCER_SCOPE)
                .filter(wanted -> wanted.equals("Internal") || wanted.equals("External"))
                .orElse("External");
        return JsonObject.of("loadBalancer", JsonObject.of("scope", scope), "type", "LoadBalancerService");
    }

    private String awsBalancer() {
        String type = pass.configuration().text("ingress", "loadBalancer", "platform", "aws", "type");
        return "NLB".equals(type) ? "NLB" : "Classic";
    }

    /** A cluster on KubeVirt runs within another's network, so its own must differ from the usual. */
    private void network() {
        JsonObject spec = JsonObject.of("managementState", "Managed");
        if (pass.onPlatform("KubeVirt")) {
            switch (HostedPass.text(pass.spec(), "networking", "networkType")) {
                case "OVNKubernetes" -> spec = spec.withAt(ovn(), "defaultNetwork", "ovnKubernetesConfig");
                case "OpenShiftSDN" ->
                    spec = spec.withAt(JsonObject.of("vxlanPort", 9879), "defaultNetwork", "openshiftSDNConfig");
                default -> {}
            }
        }
        pass.guest()
                .apply(
                        OperatorKinds.OperatorNetwork.class,
                        HostedPass.object(OperatorKinds.OperatorNetwork.class, "", CLUSTER)
                                .with("spec", spec));
    }

    private JsonObject ovn() {
        String usual = "100.65.0.0/16";
        Optional<String> chosen = pass.guest()
                .tree(OperatorKinds.OperatorNetwork.class, "", CLUSTER)
                .map(live -> live.text("spec", "defaultNetwork", "ovnKubernetesConfig", "v4InternalSubnet"));
        JsonObject config = JsonObject.of("genevePort", 9880);
        return chosen.isEmpty() || chosen.get().equals(usual) ? config.with("v4InternalSubnet", usual) : config;
    }

    /** Without storage that it could use, the registry is off until the user gives it some. */
    private void registry() {
        if (pass.guest().tree(OperatorKinds.ImageRegistry.class, "", CLUSTER).isPresent()) {
            return;
        }
        JsonObject spec = JsonObject.of(
                "logLevel", "Normal",
                "managementState", pass.onPlatform("None") ? "Removed" : "Managed",
                "operatorLogLevel", "Normal",
                "replicas", replicas(),
                "rolloutStrategy", "RollingUpdate");
        if (pass.onPlatform("KubeVirt")) {
            spec = spec.with("storage", JsonObject.of("emptyDir", JsonObject.EMPTY));
        }
        pass.guest()
                .createIfAbsent(
                        OperatorKinds.ImageRegistry.class,
                        HostedPass.object(OperatorKinds.ImageRegistry.class, "", CLUSTER)
                                .with("spec", spec));
    }

    /** Metrics carry the cluster's identifier. */
    private void monitoring() {
        JsonObject labels = JsonObject.of("_id", HostedPass.text(pass.spec(), "clusterID"));
        JsonObject config = JsonObject.of("prometheusK8s", JsonObject.of("externalLabels", labels));
        pass.guest()
                .createIfAbsent(
                        ConfigMap.class,
                        HostedPass.object(ConfigMap.class, "openshift-monitoring", "cluster-monitoring-config")
                                .with("data", JsonObject.of("config.yaml", Json.write(config))));
    }
}
