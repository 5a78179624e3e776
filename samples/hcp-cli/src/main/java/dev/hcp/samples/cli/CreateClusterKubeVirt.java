package dev.hcp.samples.cli;

import dev.hcp.client.CreateKubeVirtCluster;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hcp create cluster kubevirt}. */
@Command
final class CreateClusterKubeVirt extends CreateClusterCommand<CreateKubeVirtCluster> {
    @Mixin
    private final KubeVirtMachineFlags machines = new KubeVirtMachineFlags();

    @Option(
            names = "--infra-kubeconfig-file",
            paramLabel = "FILE",
            description = "Kubeconfig of another cluster that the virtual machines shall live in.")
    private @Nullable Path infraKubeconfigFile;

    @Option(
            names = "--infra-namespace",
            paramLabel = "NAME",
            description = "Namespace of the virtual machines in that other cluster.")
    private String infraNamespace = "";

    @Option(
            names = "--infra-storage-class-mapping",
            paramLabel = "INFRA/HOSTED[,group=GROUP]",
            description =
                    "Storage class of the infrastructure cluster and its name in the hosted one; may be repeated.")
    private List<String> storageClasses = List.of();

    @Option(
            names = "--infra-volumesnapshot-class-mapping",
            paramLabel = "INFRA/HOSTED[,group=GROUP]",
            description = "Volume snapshot class of the infrastructure cluster and its name in the hosted one; may be"
                    + " repeated.")
    private List<String> snapshotClasses = List.of();

    @Option(
            names = "--api-server-address",
            paramLabel = "ADDRESS",
            description = "Where node ports are reached, with --service-publishing-strategy NodePort.")
    private String apiServerAddress = "";

    @Option(
            names = "--service-publishing-strategy",
            paramLabel = "STRATEGY",
            description = "How services are published: Ingress or NodePort. Default: Ingress.")
    private String servicePublishingStrategy = "Ingress";

    CreateClusterKubeVirt(Session session) {
        super(session);
    }

    @Override
    boolean needsPullSecret() {
        return false;
    }

    @Override
    CreateKubeVirtCluster builder(String namespace, String name) {
        CreateKubeVirtCluster cluster =
                session.hcp().kubeVirtCluster(namespace, name).infraNamespace(infraNamespace);
        machines.applyTo(cluster, session.streams());
        if (infraKubeconfigFile != null) {
            cluster.infraKubeconfig(InputFile.read("--infra-kubeconfig-file", infraKubeconfigFile));
        }
        for (String text : storageClasses) {
            OptionTexts.ClassMapping mapping = OptionTexts.classMapping("--infra-storage-class-mapping", text);
            cluster.infraStorageClassMapping(mapping.infra(), mapping.guest(), mapping.group());
        }
        for (String text : snapshotClasses) {
            OptionTexts.ClassMapping mapping = OptionTexts.classMapping("--infra-volumesnapshot-class-mapping", text);
            cluster.infraVolumeSnapshotClassMapping(mapping.infra(), mapping.guest(), mapping.group());
        }
        publish(cluster);
        return cluster;
    }

    private void publish(CreateKubeVirtCluster cluster) {
        switch (servicePublishingStrategy) {
            case "Ingress" -> {
                if (!apiServerAddress.isEmpty()) {
                    throw new UsageException("--api-server-address needs --service-publishing-strategy NodePort");
                }
            }
            case "NodePort" -> {
                if (apiServerAddress.isEmpty()) {
                    throw new UsageException("--service-publishing-strategy NodePort needs --api-server-address");
                }
                cluster.publishByNodePort(apiServerAddress);
            }
            default ->
                throw new UsageException("--service-publishing-strategy must be Ingress or NodePort, not '"
                        + servicePublishingStrategy + "'");
        }
    }
}
