package dev.hcp.client;

import static java.util.Objects.requireNonNull;

import dev.hcp.api.hypershift.Architecture;
import dev.hcp.api.hypershift.ClusterNetworkEntry;
import dev.hcp.api.hypershift.EtcdManagementType;
import dev.hcp.api.hypershift.EtcdStorageType;
import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.hypershift.HostedClusterSpec;
import dev.hcp.api.hypershift.MachineNetworkEntry;
import dev.hcp.api.hypershift.NetworkType;
import dev.hcp.api.hypershift.NodePool;
import dev.hcp.api.hypershift.NodePoolPlatform;
import dev.hcp.api.hypershift.NodePoolSpec;
import dev.hcp.api.hypershift.SecretEncryptionSpec;
import dev.hcp.api.hypershift.SecretEncryptionType;
import dev.hcp.api.hypershift.ServiceNetworkEntry;
import dev.hcp.api.names.Labels;
import dev.hcp.api.names.Naming;
import dev.hcp.api.value.Cidr;
import dev.hcp.api.value.GoDuration;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The objects of a cluster that is being created, in the order of the reference tool. */
final class ClusterObjects {
    private static final String TRUST_BUNDLE = "user-ca-bundle";

    private final CreateCluster<?> options;

    ClusterObjects(CreateCluster<?> options) {
        this.options = options;
    }

    List<HasMetadata> all() {
        List<HasMetadata> objects = new ArrayList<>();
        objects.add(new NamespaceBuilder()
                .withNewMetadata()
                .withName(options.namespace)
                .endMetadata()
                .build());
        if (options.additionalTrustBundle != null) {
            objects.add(new ConfigMapBuilder()
                    .withMetadata(metadata(TRUST_BUNDLE))
                    .addToData("ca-bundle.crt", options.additionalTrustBundle)
                    .build());
        }
        objects.add(secret(
                "pull-secret",
                null,
                Map.of(".dockerconfigjson", options.pullSecret().orElse(""))));
        Map<String, String> sshKeys = sshKeys();
        if (!sshKeys.isEmpty()) {
            objects.add(secret("ssh-key", null, sshKeys));
        }
        objects.addAll(options.platformObjects());
        Optional<SecretEncryptionSpec> encryption = options.secretEncryption();
        if (encryption.isEmpty()) {
            objects.add(encryptionKey());
        }
        objects.add(cluster(encryption.orElseGet(this::encryptionByKey), !sshKeys.isEmpty()));
        if (options.nodePoolReplicas >= 0) {
            options.pools().forEach((suffix, platform) -> objects.add(pool(suffix, platform)));
        }
        return objects;
    }

    private Map<String, String> sshKeys() {
        Map<String, String> keys = new LinkedHashMap<>();
        if (options.sshKeyPair != null) {
            keys.put("id_rsa", options.sshKeyPair.privateKey());
            keys.put("id_rsa.pub", options.sshKeyPair.publicKey());
        } else if (options.sshKey != null) {
            keys.put("id_rsa.pub", options.sshKey);
        }
        return keys;
    }

    private ObjectMeta metadata(String name) {
        return new ObjectMetaBuilder()
                .withNamespace(options.namespace)
                .withName(name)
                .build();
    }

    /** A Secret that goes when the cluster goes. */
    Secret secret(String suffix, @Nullable String type, Map<String, String> data) {
        SecretBuilder secret = new SecretBuilder()
                .withMetadata(metadata(options.name + "-" + suffix))
                .withType(type);
        data.forEach((key, value) ->
                secret.addToData(key, Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8))));
        return secret.editMetadata()
                .addToLabels(Labels.SAFE_TO_DELETE_WITH_CLUSTER, "true")
                .endMetadata()
                .build();
    }

    private Secret encryptionKey() {
        return new SecretBuilder(secret("etcd-encryption-key", "Opaque", Map.of()))
                .addToData("key", Base64.getEncoder().encodeToString(requireNonNull(options.etcdEncryptionKey)))
                .build();
    }

    private SecretEncryptionSpec encryptionByKey() {
        SecretEncryptionSpec.Builder encryption = SecretEncryptionSpec.builder();
        encryption
                .type(SecretEncryptionType.AESCBC)
                .aescbc(aescbc ->
                        aescbc.activeKey(new LocalObjectReference(Naming.etcdEncryptionKeySecret(options.name))));
        return encryption.build();
    }

    private HostedCluster cluster(SecretEncryptionSpec encryption, boolean withSshKey) {
        HostedClusterSpec.Builder spec = HostedClusterSpec.builder();
        spec.release(release -> release.image(options.releaseImage))
                .pullSecret(new LocalObjectReference(options.name + "-pull-secret"))
                .sshKey(withSshKey ? new LocalObjectReference(options.name + "-ssh-key") : new LocalObjectReference())
                .infraID(options.infraId)
                .dns(options.dns())
                .controllerAvailabilityPolicy(options.controlPlaneAvailabilityPolicy)
                .infrastructureAvailabilityPolicy(options.infraAvailabilityPolicy)
                .olmCatalogPlacement(options.olmCatalogPlacement)
                .fips(options.fips)
                .configuration(options.configuration())
                .autoscaling(autoscaling -> autoscaling)
                .imageContentSources(options.imageContentSources)
                .nodeSelector(options.nodeSelector)
                .tolerations(options.tolerations)
                .networking(networking -> {
                    networking.networkType(NetworkType.of(options.networkType));
                    options.clusterCidr.forEach(range -> networking.addClusterNetwork(
                            ClusterNetworkEntry.builder().cidr(canonical(range)).build()));
                    options.serviceCidr.forEach(range -> networking.addServiceNetwork(
                            ServiceNetworkEntry.builder().cidr(canonical(range)).build()));
                    options.machineCidr()
                            .forEach(range -> networking.addMachineNetwork(MachineNetworkEntry.builder()
                                    .cidr(canonical(range))
                                    .build()));
                    return networking;
                })
                .etcd(etcd -> etcd.managementType(EtcdManagementType.MANAGED)
                        .managed(managed -> managed.storage(storage -> storage.type(EtcdStorageType.PERSISTENT_VOLUME)
                                .persistentVolume(volume -> volume.size(new Quantity("8Gi"))
                                        .storageClassName(emptyToNull(options.etcdStorageClass))))))
                .secretEncryption(encryption);
        if (options.additionalTrustBundle != null) {
            spec.additionalTrustBundle(new LocalObjectReference(TRUST_BUNDLE));
        }
        if (options.pausedUntil != null && options.pausedUntil.time().isPresent()) {
            spec.pausedUntil(options.pausedUntil);
        }
        options.describe(spec);
        HostedCluster cluster = new HostedCluster();
        cluster.setMetadata(metadata(options.name));
        if (!options.annotations.isEmpty()) {
            cluster.getMetadata().setAnnotations(new LinkedHashMap<>(options.annotations));
        }
        cluster.setSpec(spec.build());
        return cluster;
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String canonical(String range) {
        Cidr cidr = Cidr.parse(range);
        return cidr.networkAddress() + "/" + cidr.prefixLength();
    }

    private NodePool pool(String suffix, NodePoolPlatform platform) {
        NodePoolSpec.Builder spec = NodePoolSpec.builder();
        spec.clusterName(options.name)
                .replicas(options.nodePoolReplicas)
                .arch(Architecture.of(options.arch))
                .release(release -> release.image(options.releaseImage))
                .nodeDrainTimeout(GoDuration.of(options.nodeDrainTimeout))
                .nodeVolumeDetachTimeout(GoDuration.of(options.nodeVolumeDetachTimeout))
                .management(
                        management -> management.autoRepair(options.autoRepair).upgradeType(options.upgradeType()))
                .pausedUntil(options.pausedUntil)
                .platform(platform);
        NodePool pool = new NodePool();
        pool.setMetadata(metadata(suffix.isEmpty() ? options.name : options.name + "-" + suffix));
        pool.setSpec(spec.build());
        return pool;
    }
}
