package dev.hcp.reconcilers.hostedconfig;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Version;
import java.util.List;

/** Kinds by which a cluster is configured. Their content is not typed: it is written here, and read as trees. */
public final class ConfigKinds {
    /** All of them. */
    public static final List<Class<? extends GenericKubernetesResource>> ALL = List.of(
            ApiServer.class,
            Authentication.class,
            Build.class,
            Dns.class,
            FeatureGate.class,
            Image.class,
            Infrastructure.class,
            Ingress.class,
            Network.class,
            OAuth.class,
            OperatorHub.class,
            Project.class,
            Proxy.class,
            Scheduler.class);

    private ConfigKinds() {}

    /** {@code APIServer}, group {@code config.openshift.io}. */
    @Group("config.openshift.io")
    @Version("v1")
    @Kind("APIServer")
    @Plural("apiservers")
    public static final class ApiServer extends GenericKubernetesResource {
        private static final long serialVersionUID = 1L;
    }

    /** {@code Authentication}, group {@code config.openshift.io}. */
    @Group("config.openshift.io")
    @Version("v1")
    @Kind("Authentication")
    @Plural("authentications")
    public static final class Authentication extends GenericKubernetesResource {
        private static final long serialVersionUID = 1L;
    }

    /** {@code Build}, group {@code config.openshift.io}. */
    @Group("config.openshift.io")
    @Version("v1")
    @Kind("Build")
    @Plural("builds")
    public static final class Build extends GenericKubernetesResource {
        private static final long serialVersionUID = 1L;
    }

    /** {@code DNS}, group {@code config.openshift.io}. */
    @Group("config.openshift.io")
    @Version("v1")
    @Kind("DNS")
    @Plural("dnses")
    public static final class Dns extends GenericKubernetesResource {
        private static final long serialVersionUID = 1L;
    }

    /** {@code FeatureGate}, group {@code config.openshift.io}. */
    @Group("config.openshift.io")
    @Version("v1")
    @Kind("FeatureGate")
    @Plural("featuregates")
    public static final class FeatureGate extends GenericKubernetesResource {
        private static final long serialVersionUID = 1L;
    }

    /** {@code Image}, group {@code config.openshift.io}. */
    @Group("config.openshift.io")
    @Version("v1")
    @Kind("Image")
    @Plural("images")
    public static final class Image extends GenericKubernetesResource {
        private static final long serialVersionUID = 1L;
    }

    /** {@code Infrastructure}, group {@code config.openshift.io}. */
    @Group("config.openshift.io")
    @Version("v1")
    @Kind("Infrastructure")
    @Plural("infrastructures")
    public static final class Infrastructure extends GenericKubernetesResource {
        private static final long serialVersionUID = 1L;
    }

    /** {@code Ingress}, group {@code config.openshift.io}. */
    @Group("config.openshift.io")
    @Version("v1")
    @Kind("Ingress")
    @Plural("ingresses")
    public static final class Ingress extends GenericKubernetesResource {
        private static final long serialVersionUID = 1L;
    }

    /** {@code Network}, group {@code config.openshift.io}. */
    @Group("config.openshift.io")
    @Version("v1")
    @Kind("Network")
    @Plural("networks")
    public static final class Network extends GenericKubernetesResource {
        private static final long serialVersionUID = 1L;
    }

    /** {@code OAuth}, group {@code config.openshift.io}. */
    @Group("config.openshift.io")
    @Version("v1")
    @Kind("OAuth")
    @Plural("oauths")
    public static final class OAuth extends GenericKubernetesResource {
        private static final long serialVersionUID = 1L;
    }

    /** {@code OperatorHub}, group {@code config.openshift.io}. */
    @Group("config.openshift.io")
    @Version("v1")
    @Kind("OperatorHub")
    @Plural("operatorhubs")
    public static final class OperatorHub extends GenericKubernetesResource {
        private static final long serialVersionUID = 1L;
    }

    /** {@code Project}, group {@code config.openshift.io}. */
    @Group("config.openshift.io")
    @Version("v1")
    @Kind("Project")
    @Plural("projects")
    public static final class Project extends GenericKubernetesResource {
        private static final long serialVersionUID = 1L;
    }

    /** {@code Proxy}, group {@code config.openshift.io}. */
    @Group("config.openshift.io")
    @Version("v1")
    @Kind("Proxy")
    @Plural("proxies")
    public static final class Proxy extends GenericKubernetesResource {
        private static final long serialVersionUID = 1L;
    }

    /** {@code Scheduler}, group {@code config.openshift.io}. */
    @Group("config.openshift.io")
    @Version("v1")
    @Kind("Scheduler")
    @Plural("schedulers")
    public static final class Scheduler extends GenericKubernetesResource {
        private static final long serialVersionUID = 1L;
    }
}
