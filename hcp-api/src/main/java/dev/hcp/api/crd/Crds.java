package dev.hcp.api.crd;

import dev.hcp.api.HcpException;
import dev.hcp.api.agent.Agent;
import dev.hcp.api.agent.AgentClassification;
import dev.hcp.api.agent.AgentServiceConfig;
import dev.hcp.api.agent.InfraEnv;
import dev.hcp.api.agent.NmStateConfig;
import dev.hcp.api.capi.AgentCluster;
import dev.hcp.api.capi.AgentMachine;
import dev.hcp.api.capi.AgentMachineTemplate;
import dev.hcp.api.capi.Cluster;
import dev.hcp.api.capi.KubevirtCluster;
import dev.hcp.api.capi.KubevirtMachine;
import dev.hcp.api.capi.KubevirtMachineTemplate;
import dev.hcp.api.capi.Machine;
import dev.hcp.api.capi.MachineDeployment;
import dev.hcp.api.capi.MachineHealthCheck;
import dev.hcp.api.capi.MachineSet;
import dev.hcp.api.capi.aws.AwsCluster;
import dev.hcp.api.capi.aws.AwsMachine;
import dev.hcp.api.capi.aws.AwsMachineTemplate;
import dev.hcp.api.hypershift.ControlPlaneComponent;
import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.hypershift.HostedControlPlane;
import dev.hcp.api.hypershift.NodePool;
import dev.hcp.api.hypershift.aws.AwsEndpointService;
import dev.hcp.api.hypershift.certificates.CertificateRevocationRequest;
import dev.hcp.api.hypershift.certificates.CertificateSigningRequestApproval;
import dev.hcp.api.hypershift.scheduling.ClusterSizingConfiguration;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.kubevirt.DataVolume;
import dev.hcp.api.kubevirt.VirtualMachine;
import dev.hcp.api.kubevirt.VirtualMachineInstance;
import dev.hcp.api.metal3.BareMetalHost;
import dev.hcp.api.metallb.BgpAdvertisement;
import dev.hcp.api.metallb.IpAddressPool;
import dev.hcp.api.metallb.L2Advertisement;
import dev.hcp.api.ocm.AddOnDeploymentConfig;
import dev.hcp.api.ocm.KlusterletAddonConfig;
import dev.hcp.api.ocm.ManagedCluster;
import dev.hcp.api.ocm.ManagedClusterAddOn;
import dev.hcp.api.ocm.MultiClusterEngine;
import dev.hcp.api.openshift.ClusterOperator;
import dev.hcp.api.openshift.ClusterVersion;
import dev.hcp.api.openshift.ImageDigestMirrorSet;
import dev.hcp.api.openshift.Route;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.velero.Backup;
import dev.hcp.api.velero.BackupStorageLocation;
import dev.hcp.api.velero.Restore;
import dev.hcp.api.velero.Schedule;
import io.fabric8.kubernetes.client.CustomResource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The shipped {@code apiextensions.k8s.io/v1} CustomResourceDefinitions, as immutable trees. Each is read from the class path
 * once. The same definitions lie beside them as YAML, {@code crds/<edition>/<plural>.<group>.yaml}, for {@code kubectl create
 * -f}. Thread-safe.
 *
 * <p>There are two {@linkplain Edition editions}. Methods without one speak of 4.17. The models carry the members of both; a
 * server with the definitions of 4.17 prunes what only the latest has.
 */
public final class Crds {
    private static final List<Class<? extends CustomResource<?, ?>>> KINDS = List.of(
            HostedCluster.class,
            NodePool.class,
            HostedControlPlane.class,
            AwsEndpointService.class,
            ControlPlaneComponent.class,
            dev.hcp.api.hypershift.CertificateSigningRequestApproval.class,
            CertificateSigningRequestApproval.class,
            CertificateRevocationRequest.class,
            ClusterSizingConfiguration.class,
            Cluster.class,
            MachineDeployment.class,
            MachineSet.class,
            Machine.class,
            MachineHealthCheck.class,
            KubevirtCluster.class,
            KubevirtMachine.class,
            KubevirtMachineTemplate.class,
            AgentCluster.class,
            AgentMachine.class,
            AgentMachineTemplate.class,
            VirtualMachine.class,
            VirtualMachineInstance.class,
            DataVolume.class,
            Route.class,
            ClusterVersion.class,
            ClusterOperator.class,
            AwsCluster.class,
            AwsMachine.class,
            AwsMachineTemplate.class,
            Agent.class,
            InfraEnv.class,
            NmStateConfig.class,
            AgentClassification.class,
            AgentServiceConfig.class,
            BareMetalHost.class,
            ManagedCluster.class,
            ManagedClusterAddOn.class,
            AddOnDeploymentConfig.class,
            KlusterletAddonConfig.class,
            MultiClusterEngine.class,
            Backup.class,
            Restore.class,
            Schedule.class,
            BackupStorageLocation.class,
            IpAddressPool.class,
            L2Advertisement.class,
            BgpAdvertisement.class,
            ImageDigestMirrorSet.class);

    private static final Map<String, JsonObject> LOADED = new ConcurrentHashMap<>();

    private Crds() {}

    /** The kinds that have a definition in 4.17. */
    public static List<Class<? extends CustomResource<?, ?>>> kinds() {
        return kinds(Edition.V4_17);
    }

    /** The kinds that have a definition in an edition. */
    public static List<Class<? extends CustomResource<?, ?>>> kinds(Edition edition) {
        return KINDS.stream().filter(edition::has).toList();
    }

    /** All definitions of 4.17, in the order of {@link #kinds()}. */
    public static List<JsonObject> all() {
        return all(Edition.V4_17);
    }

    /** All definitions of an edition, in the order of {@link #kinds(Edition)}. */
    public static List<JsonObject> all(Edition edition) {
        return kinds(edition).stream().map(kind -> of(kind, edition)).toList();
    }

    /** The definition of HostedCluster. */
    public static JsonObject hostedCluster() {
        return of(HostedCluster.class);
    }

    /** The definition of NodePool. */
    public static JsonObject nodePool() {
        return of(NodePool.class);
    }

    /** The definition of HostedControlPlane. */
    public static JsonObject hostedControlPlane() {
        return of(HostedControlPlane.class);
    }

    /**
     * The definition of a kind in 4.17.
     *
     * @throws HcpException when there is none
     */
    public static JsonObject of(Class<? extends CustomResource<?, ?>> kind) {
        return of(kind, Edition.V4_17);
    }

    /**
     * The definition of a kind in an edition.
     *
     * @throws HcpException when there is none
     */
    public static JsonObject of(Class<? extends CustomResource<?, ?>> kind, Edition edition) {
        return named(CustomResource.getCRDName(kind), edition);
    }

    /**
     * The definition of a name such as {@code nodepools.hypershift.openshift.io} in 4.17.
     *
     * @throws HcpException when there is none
     */
    public static JsonObject named(String name) {
        return named(name, Edition.V4_17);
    }

    /**
     * The definition of a name such as {@code nodepools.hypershift.openshift.io} in an edition.
     *
     * @throws HcpException when there is none
     */
    public static JsonObject named(String name, Edition edition) {
        return LOADED.computeIfAbsent(edition.value() + "/" + name, file -> load(file, name, edition));
    }

    private static JsonObject load(String file, String name, Edition edition) {
        try (InputStream in = Crds.class.getResourceAsStream("/crds/" + file + ".json")) {
            if (in == null) {
                throw new HcpException("there is no CustomResourceDefinition named \"" + name + "\" in the edition "
                        + edition.value() + "; there are "
                        + kinds(edition).stream()
                                .map(CustomResource::getCRDName)
                                .sorted()
                                .toList());
            }
            if (Json.parse(in.readAllBytes()) instanceof JsonObject definition) {
                return definition;
            }
            throw new HcpException("the CustomResourceDefinition " + file + " on the class path is not a JSON object");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the CustomResourceDefinition " + file, e);
        }
    }
}
