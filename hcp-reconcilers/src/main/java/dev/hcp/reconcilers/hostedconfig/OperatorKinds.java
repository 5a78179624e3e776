package dev.hcp.reconcilers.hostedconfig;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Version;
import java.util.List;

/** Kinds by which the operators of a cluster are configured. Their content is not typed: it is written here, and read as trees. */
public final class OperatorKinds {
    /** All of them. */
    public static final List<Class<? extends GenericKubernetesResource>> ALL = List.of(
            CloudCredential.class,
            ClusterCsiDriver.class,
            CsiSnapshotController.class,
            IngressController.class,
            OperatorNetwork.class,
            Storage.class,
            ImageContentSourcePolicy.class,
            ImageRegistry.class,
            CatalogSource.class,
            Tuned.class,
            TunedProfile.class,
            VolumeSnapshot.class,
            VolumeSnapshotClass.class,
            VolumeSnapshotContent.class);

    private OperatorKinds() {}

    /** {@code CloudCredential}, group {@code operator.openshift.io}. */
    @Group("operator.openshift.io")
    @Version("v1")
    @Kind("CloudCredential")
    @Plural("cloudcredentials")
    public static final class CloudCredential extends GenericKubernetesResource {
        private static final long serialVersionUID = 1L;
    }

    /** {@code ClusterCSIDriver}, group {@code operator.openshift.io}. */
    @Group("operator.openshift.io")
    @Version("v1")
    @Kind("ClusterCSIDriver")
    @Plural("clustercsidrivers")
    public static final class ClusterCsiDriver extends GenericKubernetesResource {
        private static final long serialVersionUID = 1L;
    }

    /** {@code CSISnapshotController}, group {@code operator.openshift.io}. */
    @Group("operator.openshift.io")
    @Version("v1")
    @Kind("CSISnapshotController")
    @Plural("csisnapshotcontrollers")
    public static final class CsiSnapshotController extends GenericKubernetesResource {
        private static final long serialVersionUID = 1L;
    }

    /** {@code IngressController}, group {@code operator.openshift.io}. */
    @Group("operator.openshift.io")
    @Version("v1")
    @Kind("IngressController")
    @Plural("ingresscontrollers")
    public static final class IngressController extends GenericKubernetesResource implements Namespaced {
        private static final long serialVersionUID = 1L;
    }

    /** {@code Network}, group {@code operator.openshift.io}. */
    @Group("operator.openshift.io")
    @Version("v1")
    @Kind("Network")
    @Plural("networks")
    public static final class OperatorNetwork extends GenericKubernetesResource {
        private static final long serialVersionUID = 1L;
    }

    /** {@code Storage}, group {@code operator.openshift.io}. */
    @Group("operator.openshift.io")
    @Version("v1")
    @Kind("Storage")
    @Plural("storages")
    public static final class Storage extends GenericKubernetesResource {
        private static final long serialVersionUID = 1L;
    }

    /** {@code ImageContentSourcePolicy}, group {@code operator.openshift.io}. */
    @Group("operator.openshift.io")
    @Version("v1alpha1")
    @Kind("ImageContentSourcePolicy")
    @Plural("imagecontentsourcepolicies")
    public static final class ImageContentSourcePolicy extends GenericKubernetesResource {
        private static final long serialVersionUID = 1L;
    }

    /** {@code Config}, group {@code imageregistry.operator.openshift.io}. */
    @Group("imageregistry.operator.openshift.io")
    @Version("v1")
    @Kind("Config")
    @Plural("configs")
    public static final class ImageRegistry extends GenericKubernetesResource {
        private static final long serialVersionUID = 1L;
    }

    /** {@code CatalogSource}, group {@code operators.coreos.com}. */
    @Group("operators.coreos.com")
    @Version("v1alpha1")
    @Kind("CatalogSource")
    @Plural("catalogsources")
    public static final class CatalogSource extends GenericKubernetesResource implements Namespaced {
        private static final long serialVersionUID = 1L;
    }

    /** {@code Tuned}, group {@code tuned.openshift.io}: profiles, and which nodes they are for. */
    @Group("tuned.openshift.io")
    @Version("v1")
    @Kind("Tuned")
    @Plural("tuneds")
    public static final class Tuned extends GenericKubernetesResource implements Namespaced {
        private static final long serialVersionUID = 1L;
    }

    /** {@code Profile}, group {@code tuned.openshift.io}: the profile of a node. */
    @Group("tuned.openshift.io")
    @Version("v1")
    @Kind("Profile")
    @Plural("profiles")
    public static final class TunedProfile extends GenericKubernetesResource implements Namespaced {
        private static final long serialVersionUID = 1L;
    }

    /** {@code VolumeSnapshot}, group {@code snapshot.storage.k8s.io}. */
    @Group("snapshot.storage.k8s.io")
    @Version("v1")
    @Kind("VolumeSnapshot")
    @Plural("volumesnapshots")
    public static final class VolumeSnapshot extends GenericKubernetesResource implements Namespaced {
        private static final long serialVersionUID = 1L;
    }

    /** {@code VolumeSnapshotClass}, group {@code snapshot.storage.k8s.io}. */
    @Group("snapshot.storage.k8s.io")
    @Version("v1")
    @Kind("VolumeSnapshotClass")
    @Plural("volumesnapshotclasses")
    public static final class VolumeSnapshotClass extends GenericKubernetesResource {
        private static final long serialVersionUID = 1L;
    }

    /** {@code VolumeSnapshotContent}, group {@code snapshot.storage.k8s.io}. */
    @Group("snapshot.storage.k8s.io")
    @Version("v1")
    @Kind("VolumeSnapshotContent")
    @Plural("volumesnapshotcontents")
    public static final class VolumeSnapshotContent extends GenericKubernetesResource {
        private static final long serialVersionUID = 1L;
    }
}
