package dev.hcp.reconcilers.controlplane;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Labels;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The command line of the cluster autoscaler. */
final class AutoscalerArguments {
    private static final List<String> ALWAYS = List.of(
            "--expander=priority,least-waste",
            "--cloud-provider=clusterapi",
            "--node-group-auto-discovery=clusterapi:namespace=$(MY_NAMESPACE)",
            "--kubeconfig=/mnt/kubeconfig/target-kubeconfig",
            "--clusterapi-cloud-config-authoritative",
            "--skip-nodes-with-local-storage=false",
            "--alsologtostderr",
            "--v=4",
            "--balance-similar-node-groups=true",
            "--leader-elect-lease-duration=137s",
            "--leader-elect-retry-period=26s",
            "--leader-elect-renew-deadline=107s");

    /** Labels that differ between nodes which are alike otherwise. */
    private static final List<String> IGNORED_LABELS = List.of(
            Labels.NODE_POOL,
            "topology.ebs.csi.aws.com/zone",
            "topology.disk.csi.azure.com/zone",
            "ibm-cloud.kubernetes.io/worker-id",
            "vpc-block-csi-driver-labels");

    private AutoscalerArguments() {}

    static List<String> of(ControlPlane controlPlane) {
        List<String> arguments = new ArrayList<>(ALWAYS);
        IGNORED_LABELS.forEach(label -> arguments.add("--balancing-ignore-label=" + label));
        JsonObject autoscaling = controlPlane.spec().object("autoscaling");
        addOption(arguments, "--max-nodes-total=", autoscaling.get("maxNodesTotal"));
        addOption(arguments, "--max-graceful-termination-sec=", autoscaling.get("maxPodGracePeriod"));
        addOption(arguments, "--max-node-provision-time=", autoscaling.get("maxNodeProvisionTime"));
        addOption(arguments, "--expendable-pods-priority-cutoff=", autoscaling.get("podPriorityThreshold"));
        return arguments;
    }

    private static void addOption(List<String> arguments, String option, @Nullable Object value) {
        if (value != null) {
            arguments.add(option + value);
        }
    }
}
