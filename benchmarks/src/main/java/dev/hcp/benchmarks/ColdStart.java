package dev.hcp.benchmarks;

import dev.hcp.api.crd.Crds;
import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.hypershift.HostedClusterSpec;
import dev.hcp.api.hypershift.HostedClusterStatus;
import dev.hcp.api.model.ModelShape;
import dev.hcp.api.schema.Edition;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.lang.management.ManagementFactory;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.Set;

/** What the API costs a JVM that has just started, after fabric8's own serialization is warm. */
public final class ColdStart {
    private static final KubernetesSerialization SERIALIZATION = new KubernetesSerialization();

    private static final String TYPICAL = """
            {"apiVersion": "hypershift.openshift.io/v1beta1", "kind": "HostedCluster",
             "metadata": {"name": "demo", "namespace": "clusters"},
             "spec": {
               "release": {"image": "quay.io/openshift-release-dev/ocp-release:4.17.0-x86_64"},
               "pullSecret": {"name": "demo-pull-secret"},
               "sshKey": {"name": "demo-ssh-key"},
               "networking": {"clusterNetwork": [{"cidr": "10.132.0.0/14"}],
                 "serviceNetwork": [{"cidr": "172.31.0.0/16"}], "networkType": "OVNKubernetes"},
               "platform": {"type": "KubeVirt", "kubevirt": {"baseDomainPassthrough": true}},
               "dns": {"baseDomain": "example.com"},
               "etcd": {"managementType": "Managed", "managed": {"storage": {"type": "PersistentVolume",
                 "persistentVolume": {"size": "8Gi"}}}},
               "services": [
                 {"service": "APIServer", "servicePublishingStrategy": {"type": "LoadBalancer"}},
                 {"service": "Ignition", "servicePublishingStrategy": {"type": "Route"}}]},
             "status": {"conditions": [{"type": "Available", "status": "True", "reason": "AsExpected",
               "message": "All is well", "lastTransitionTime": "2025-01-01T00:00:00Z"}]}}
            """;

    private ColdStart() {}

    /** Prints how long each step takes. */
    public static void main(String[] arguments) {
        new Watch().print("warm-up of the clock");
        SERIALIZATION.asJson(
                SERIALIZATION.unmarshal("{\"kind\":\"ConfigMap\",\"apiVersion\":\"v1\"}", ConfigMap.class));
        Watch watch = new Watch();
        SERIALIZATION.asJson(SERIALIZATION.unmarshal(TYPICAL, HostedCluster.class));
        watch.print("a typical HostedCluster read and written");
        watch = new Watch();
        Set<Class<?>> seen = new HashSet<>();
        for (Class<? extends CustomResource<?, ?>> kind : Crds.kinds(Edition.LATEST)) {
            for (Type part : ((ParameterizedType) kind.getGenericSuperclass()).getActualTypeArguments()) {
                load(part, seen);
            }
        }
        watch.print("classes of the whole API (" + seen.size() + " models)");
        String json = FullDocument.ofKind(
                        "hypershift.openshift.io/v1beta1",
                        "HostedCluster",
                        HostedClusterSpec.class,
                        HostedClusterStatus.class)
                .toString();
        watch = new Watch();
        SERIALIZATION.asJson(SERIALIZATION.unmarshal(json, HostedCluster.class));
        watch.print("first HostedCluster read and written, with a value in every field");
    }

    private static void load(Type type, Set<Class<?>> seen) {
        if (type instanceof ParameterizedType generic) {
            for (Type argument : generic.getActualTypeArguments()) {
                load(argument, seen);
            }
        } else if (type instanceof Class<?> model && ModelShape.isModel(model) && seen.add(model)) {
            ModelShape.of(model)
                    .attributes()
                    .forEach(attribute -> load(attribute.getter().getGenericReturnType(), seen));
        }
    }

    /** Wall-clock time, and CPU of this thread, which other load on the machine stretches less. */
    private static final class Watch {
        private final long wall = System.nanoTime();
        private final long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();

        void print(String what) {
            System.out.printf(
                    "%7.1f ms, %7.1f ms of CPU  %s%n",
                    (System.nanoTime() - wall) / 1e6,
                    (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e6,
                    what);
        }
    }
}
