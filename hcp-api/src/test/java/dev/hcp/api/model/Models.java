package dev.hcp.api.model;

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
import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.hypershift.HostedControlPlane;
import dev.hcp.api.hypershift.NodePool;
import dev.hcp.api.kubevirt.DataVolume;
import dev.hcp.api.kubevirt.VirtualMachine;
import dev.hcp.api.kubevirt.VirtualMachineInstance;
import dev.hcp.api.openshift.ClusterOperator;
import dev.hcp.api.openshift.ClusterVersion;
import dev.hcp.api.openshift.Route;
import io.fabric8.kubernetes.client.CustomResource;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Every kind and, reached from them, every model type. */
final class Models {
    private Models() {}

    static List<Class<? extends CustomResource<?, ?>>> kinds() {
        return List.of(
                HostedCluster.class,
                NodePool.class,
                HostedControlPlane.class,
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
                ClusterOperator.class);
    }

    static Set<Class<?>> all() {
        Set<Class<?>> found = new LinkedHashSet<>();
        Deque<Type> open = new ArrayDeque<>();
        kinds().forEach(kind -> open.add(kind.getGenericSuperclass()));
        while (!open.isEmpty()) {
            Type type = open.remove();
            if (type instanceof ParameterizedType generic) {
                open.addAll(List.of(generic.getActualTypeArguments()));
            } else if (type instanceof Class<?> plain
                    && plain.isAnnotationPresent(HcpModel.class)
                    && found.add(plain)) {
                for (Method getter : plain.getDeclaredMethods()) {
                    open.add(getter.getGenericReturnType());
                }
            }
        }
        return found;
    }
}
