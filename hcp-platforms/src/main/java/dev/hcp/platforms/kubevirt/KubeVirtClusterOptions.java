package dev.hcp.platforms.kubevirt;

import dev.hcp.api.hypershift.ServicePublishingStrategyMapping;
import dev.hcp.api.hypershift.kubevirt.KubevirtManualStorageDriverConfig;
import dev.hcp.api.hypershift.kubevirt.KubevirtPlatformSpec;
import dev.hcp.api.hypershift.kubevirt.KubevirtStorageClassMapping;
import dev.hcp.api.hypershift.kubevirt.KubevirtStorageDriverType;
import dev.hcp.api.hypershift.kubevirt.KubevirtVolumeSnapshotClassMapping;
import dev.hcp.platforms.OptionProblem;
import dev.hcp.platforms.ServicePublishing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What can be chosen of a new hosted cluster on KubeVirt beyond its machines. Mirrors {@code spec.platform.kubevirt} of
 * HostedCluster. Not thread-safe.
 */
public final class KubeVirtClusterOptions {
    private Optional<String> infraKubeconfig = Optional.empty();
    private String infraNamespace = "";
    private final List<ClassMapping> storageClasses = new ArrayList<>();
    private final List<ClassMapping> snapshotClasses = new ArrayList<>();
    private Optional<String> nodePortAddress = Optional.empty();

    private record ClassMapping(String infra, String guest, String group) {}

    /** Content of a kubeconfig of another cluster that the virtual machines shall live in. */
    public void infraKubeconfig(String kubeconfig) {
        this.infraKubeconfig = Optional.of(kubeconfig);
    }

    /** Namespace of the virtual machines in that other cluster. */
    public void infraNamespace(String namespace) {
        this.infraNamespace = namespace;
    }

    /** Offers a storage class of the infrastructure cluster under another name; the group is empty where there is none. */
    public void infraStorageClassMapping(String infra, String guest, String group) {
        storageClasses.add(new ClassMapping(infra, guest, group));
    }

    /** Offers a volume snapshot class of the infrastructure cluster under another name. */
    public void infraVolumeSnapshotClassMapping(String infra, String guest, String group) {
        snapshotClasses.add(new ClassMapping(infra, guest, group));
    }

    /** Publishes all services by node ports at this address rather than behind the management cluster's ingress. */
    public void publishByNodePort(String address) {
        this.nodePortAddress = Optional.of(address);
    }

    /** The kubeconfig of the other cluster, if one is given. */
    public Optional<String> infraKubeconfig() {
        return infraKubeconfig;
    }

    /** What cannot even be written down as a cluster. */
    public List<OptionProblem> refusals() {
        List<OptionProblem> problems = new ArrayList<>();
        if (infraKubeconfig.isEmpty() && !infraNamespace.isEmpty()) {
            problems.add(new OptionProblem(
                    "infraKubeconfigFile", "is missing: infraNamespace names a namespace of another cluster"));
        }
        if (infraKubeconfig.isPresent() && infraNamespace.isEmpty()) {
            problems.add(new OptionProblem(
                    "infraNamespace", "is missing: infraKubeconfigFile names another cluster for the machines"));
        }
        return problems;
    }

    /** How the cluster's services are published. */
    public List<ServicePublishingStrategyMapping> services(boolean apiServerByRoute) {
        return nodePortAddress
                .map(ServicePublishing::byNodePort)
                .orElseGet(() -> ServicePublishing.byIngress(apiServerByRoute));
    }

    /**
     * The platform's part of a HostedCluster's specification.
     *
     * @param baseDomain base domain of the cluster; without one its applications live under the infrastructure's
     * @param credentialsSecret name of the Secret that has the {@link #infraKubeconfig()}
     */
    public KubevirtPlatformSpec platform(String baseDomain, String credentialsSecret) {
        KubevirtPlatformSpec.Builder platform = KubevirtPlatformSpec.builder();
        if (baseDomain.isEmpty()) {
            platform.baseDomainPassthrough(true);
        }
        if (infraKubeconfig.isPresent()) {
            platform.credentials(credentials -> credentials
                    .infraKubeConfigSecret(
                            secret -> secret.name(credentialsSecret).key("kubeconfig"))
                    .infraNamespace(infraNamespace));
        }
        if (!storageClasses.isEmpty() || !snapshotClasses.isEmpty()) {
            platform.storageDriver(
                    driver -> driver.type(KubevirtStorageDriverType.MANUAL).manual(storageDriver()));
        }
        return platform.build();
    }

    private KubevirtManualStorageDriverConfig storageDriver() {
        KubevirtManualStorageDriverConfig.Builder manual = KubevirtManualStorageDriverConfig.builder();
        for (ClassMapping mapping : storageClasses) {
            KubevirtStorageClassMapping.Builder entry = KubevirtStorageClassMapping.builder();
            entry.infraStorageClassName(mapping.infra()).guestStorageClassName(mapping.guest());
            if (!mapping.group().isEmpty()) {
                entry.group(mapping.group());
            }
            manual.addStorageClassMapping(entry.build());
        }
        for (ClassMapping mapping : snapshotClasses) {
            KubevirtVolumeSnapshotClassMapping.Builder entry = KubevirtVolumeSnapshotClassMapping.builder();
            entry.infraVolumeSnapshotClassName(mapping.infra()).guestVolumeSnapshotClassName(mapping.guest());
            if (!mapping.group().isEmpty()) {
                entry.group(mapping.group());
            }
            manual.addVolumeSnapshotClassMapping(entry.build());
        }
        return manual.build();
    }
}
