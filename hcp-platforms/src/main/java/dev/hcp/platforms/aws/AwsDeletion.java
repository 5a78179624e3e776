package dev.hcp.platforms.aws;

import dev.hcp.api.capi.aws.AwsMachine;
import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.hypershift.aws.AwsEndpointService;
import dev.hcp.api.names.ConditionTypes;
import dev.hcp.api.names.Finalizers;
import dev.hcp.platforms.Orphan;
import dev.hcp.platforms.World;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;

/** How a hosted cluster on AWS goes, and what is given up where its roles cannot be assumed any more. */
final class AwsDeletion {
    private AwsDeletion() {}

    static List<HasMetadata> endpointServices(HostedCluster cluster, World world) {
        return List.copyOf(world.list(AwsEndpointService.class, AwsSettings.controlPlaneNamespace(cluster)));
    }

    /** Machines and endpoint services whose controllers have no way into the account. */
    static List<Orphan> orphans(HostedCluster cluster, World world) {
        if (hasValidCredentials(cluster)) {
            return List.of();
        }
        String namespace = AwsSettings.controlPlaneNamespace(cluster);
        List<Orphan> orphans = new ArrayList<>();
        for (AwsMachine machine : world.list(AwsMachine.class, namespace)) {
            if (isBeingDeleted(machine)) {
                orphans.add(new Orphan(machine, machine.getMetadata().getFinalizers()));
            }
        }
        for (AwsEndpointService service : world.list(AwsEndpointService.class, namespace)) {
            if (isBeingDeleted(service)
                    && service.getMetadata().getFinalizers().contains(Finalizers.CONTROL_PLANE_OPERATOR)) {
                orphans.add(new Orphan(service, List.of(Finalizers.CONTROL_PLANE_OPERATOR)));
            }
        }
        return orphans;
    }

    private static boolean isBeingDeleted(HasMetadata object) {
        return object.getMetadata().getDeletionTimestamp() != null;
    }

    private static boolean hasValidCredentials(HostedCluster cluster) {
        String documents = AwsConditions.statusOf(cluster, ConditionTypes.VALID_OIDC_CONFIGURATION);
        String provider = AwsConditions.statusOf(cluster, ConditionTypes.VALID_AWS_IDENTITY_PROVIDER);
        return !documents.equals("False") && (provider.isEmpty() || provider.equals("True"));
    }
}
