package dev.hcp.reconcilers.controlplane;

import dev.hcp.api.HcpException;
import dev.hcp.api.names.Annotations;
import dev.hcp.api.names.Labels;
import dev.hcp.api.names.SecretNames;
import dev.hcp.platforms.ManagementCluster;
import dev.hcp.reconcilers.PrometheusRule;
import dev.hcp.reconcilers.controlplane.PublishedEndpoints.Endpoint;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.Map;
import java.util.Optional;

/**
 * Brings up the components of a control plane stage by stage; a stage that is not ready holds back those after it, so an
 * upgrade that gets stuck leaves all later components at the old release.
 */
final class Rollout {

    private final ControlPlaneObjects objects;
    private final ControlPlane controlPlane;
    private final ControlPlaneStatus status;
    private final PublishedEndpoints.Endpoints endpoints;
    private final Pki pki;

    Rollout(ControlPlaneObjects objects, ControlPlaneStatus status, PublishedEndpoints.Endpoints endpoints) {
        this.objects = objects;
        this.controlPlane = objects.controlPlane();
        this.status = status;
        this.endpoints = endpoints;
        this.pki = new Pki(objects, Optional.of(endpoints));
    }

    /** As far as it goes in this pass. */
    void proceed() {
        foundation();
        if (!etcd() || !apiServer() || !core()) {
            return;
        }
        if (controlPlane.usesRouter()) {
            admitRoutes();
            objects.configMap(RouterConfig.ENTRY);
            objects.component(ApiComponents.ROUTER);
        }
        new IgnitionServer(objects).reconcile();
        ControlPlaneServices.KONNECTIVITY.forEach(objects::service);
        objects.component(ApiComponents.KONNECTIVITY_AGENT);
        oauth();
        controllers();
        operators();
        cloud();
        Catalogs.reconcile(objects, pki);
        objects.component(OperatorComponents.IMAGE_REGISTRY_OPERATOR);
        storage();
        new IgnitionConfigs(objects).reconcile();
        objects.configMap(ControlPlaneConfigMaps.MACHINE_CONFIG_SERVER);
        kubeadminPassword();
        if (KubevirtComponents.DRIVEN.test(controlPlane)) {
            objects.identity(ServiceIdentities.KUBEVIRT_DRIVER);
            objects.configMap(CloudConfigMaps.KUBEVIRT_DRIVER);
            objects.component(KubevirtComponents.CSI_CONTROLLER);
        }
        machines();
        EtcdBackup.reconcile(objects);
    }

    private void foundation() {
        objects.identity(ServiceIdentities.DEFAULT);
        if (controlPlane.annotation(Annotations.DISABLE_PKI_RECONCILIATION).isEmpty()) {
            pki.reconcile();
            objects.identity(ServiceIdentities.PKI_OPERATOR);
            objects.component(EtcdComponents.PKI_OPERATOR);
        }
    }

    private boolean etcd() {
        String type = ControlPlane.text(controlPlane.spec(), "etcd", "managementType");
        if (controlPlane.etcdIsUnmanaged()) {
            UnmanagedEtcd.reconcile(objects);
            return true;
        }
        if (!type.equals("Managed")) {
            throw new HcpException("unrecognized etcd management type: " + type);
        }
        objects.identity(ServiceIdentities.ETCD_DEFRAG);
        ControlPlaneServices.ETCD.forEach(objects::service);
        objects.component(EtcdComponents.ETCD);
        return objects.ready(EtcdComponents.ETCD);
    }

    private boolean apiServer() {
        require(ConfigMap.class, Certificates.ROOT);
        require(Secret.class, SecretNames.SYSTEM_ADMIN_CLIENT);
        require(Secret.class, SecretNames.KAS_BOOTSTRAP_CLIENT);
        if (controlPlane.onPlatform("AWS")) {
            objects.configMap(CloudConfigMaps.AWS);
            new Kubeconfigs(objects).ofPodIdentities(pki);
        }
        ApiServerConfigMaps.of(controlPlane).forEach(objects::configMap);
        SecretEncryption.reconcile(objects);
        new Kubeconfigs(objects).ofApiServer();
        if (objects.pass().managementCluster().serves(ManagementCluster.MONITORING)) {
            objects.apply(PrometheusRule.class, RecordingRules.NAME, () -> RecordingRules.render(controlPlane));
        }
        status.kubeconfig();
        objects.component(ApiComponents.KUBE_API_SERVER);
        return objects.ready(ApiComponents.KUBE_API_SERVER);
    }

    /** What the API server's kubeconfigs are made of may be left to somebody else to make. */
    private void require(Class<? extends HasMetadata> type, String name) {
        if (objects.tree(type, name).isEmpty()) {
            throw new HcpException("failed to reconcile kube apiserver: " + type.getSimpleName() + " " + name
                    + " not found in namespace " + controlPlane.namespace());
        }
    }

    private boolean core() {
        ControllerConfigMaps.CORE.forEach(objects::configMap);
        new Kubeconfigs(objects).ofControllers();
        objects.service(ControlPlaneServices.KUBE_CONTROLLER_MANAGER);
        Groups.CORE.forEach(objects::component);
        return Groups.CORE.stream().allMatch(objects::ready);
    }

    private void oauth() {
        if (controlPlane.oauthEnabled()) {
            objects.configMap(OAuthConfigMaps.API_SERVER_AUDIT);
            objects.component(ApiComponents.OAUTH_API_SERVER);
            objects.configMap(OAuthConfigMaps.SERVER_AUDIT);
            objects.configMap(OAuthConfigMaps.SERVER);
            OAuthSecrets.reconcile(objects);
            status.identityProviders(new IdentityProviders(controlPlane, objects.pass()).problem());
            objects.component(ApiComponents.OAUTH_SERVER);
        }
    }

    /** The control plane's own router admits the routes, where it has one. */
    private void admitRoutes() {
        new PublishedRoutes(objects)
                .admit(
                        endpoints.publicRouter().map(Endpoint::host).orElse(""),
                        endpoints.privateRouter().map(Endpoint::host).orElse(""));
    }

    /** The administrator's password, unless users log in some other way. */
    private void kubeadminPassword() {
        boolean ownLogin = controlPlane.configuration().get("oauth") != null;
        if (ownLogin) {
            objects.pass().delete(Secret.class, objects.key(SecretNames.KUBEADMIN_PASSWORD));
        } else {
            objects.secretOnce(
                    SecretNames.KUBEADMIN_PASSWORD,
                    Map.of(),
                    () -> Map.of(
                            "password",
                            objects.pass()
                                    .keyMaterial()
                                    .password(controlPlane.namespace() + "/" + SecretNames.KUBEADMIN_PASSWORD)));
        }
        status.kubeadminPassword(!ownLogin);
    }

    private void controllers() {
        ControlPlaneServices.CONTROLLERS.forEach(objects::service);
        objects.configMap(ControllerConfigMaps.OPENSHIFT_CONTROLLER_MANAGER);
        objects.component(OperatorComponents.OPENSHIFT_CONTROLLER_MANAGER);
        objects.configMap(ControllerConfigMaps.ROUTE_CONTROLLER_MANAGER);
        objects.component(OperatorComponents.ROUTE_CONTROLLER_MANAGER);
        objects.configMap(ControllerConfigMaps.CLUSTER_POLICY_CONTROLLER);
        objects.component(OperatorComponents.CLUSTER_POLICY_CONTROLLER);
    }

    private void operators() {
        objects.service(ControlPlaneServices.VERSION_OPERATOR);
        objects.component(OperatorComponents.CLUSTER_VERSION_OPERATOR);
        objects.identity(ServiceIdentities.NETWORK_OPERATOR);
        objects.component(OperatorComponents.CLUSTER_NETWORK_OPERATOR);
        objects.identity(ServiceIdentities.NODE_TUNING_OPERATOR);
        objects.service(ControlPlaneServices.NODE_TUNING_OPERATOR);
        objects.component(OperatorComponents.NODE_TUNING_OPERATOR);
        new Kubeconfigs(objects).ofOperators(pki);
        objects.component(OperatorComponents.DNS_OPERATOR);
        objects.component(OperatorComponents.INGRESS_OPERATOR);
        objects.identity(ServiceIdentities.CONFIG_OPERATOR);
        objects.component(OperatorComponents.HOSTED_CLUSTER_CONFIG_OPERATOR);
    }

    private void cloud() {
        if (controlPlane.onPlatform("KubeVirt")) {
            String label = Labels.CLUSTER_NAME;
            if (controlPlane.object().object("metadata", "labels").text(label) == null) {
                throw new HcpException("failed to reconcile cloud controller manager: \"" + label
                        + "\" label doesn't exist in HostedControlPlane");
            }
            objects.configMap(CloudConfigMaps.KUBEVIRT);
        }
        objects.identity(ServiceIdentities.KUBEVIRT_CLOUD);
        objects.component(KubevirtComponents.CLOUD_CONTROLLER_MANAGER);
        objects.identity(ServiceIdentities.AWS_CLOUD);
        AwsComponents.ALL.forEach(objects::component);
    }

    private void storage() {
        if (!controlPlane.onPlatform("IBMCloud", "PowerVS")) {
            objects.identity(ServiceIdentities.STORAGE_OPERATOR);
            objects.component(OperatorComponents.STORAGE_OPERATOR);
            objects.identity(ServiceIdentities.SNAPSHOT_OPERATOR);
            objects.component(OperatorComponents.SNAPSHOT_OPERATOR);
        }
    }

    private void machines() {
        if (controlPlane.managesMachines()) {
            objects.identity(ServiceIdentities.AUTOSCALER);
            objects.component(OperatorComponents.AUTOSCALER);
            objects.identity(ServiceIdentities.MACHINE_APPROVER);
            objects.configMap(ControlPlaneConfigMaps.MACHINE_APPROVER);
            objects.component(OperatorComponents.MACHINE_APPROVER);
        }
    }
}
