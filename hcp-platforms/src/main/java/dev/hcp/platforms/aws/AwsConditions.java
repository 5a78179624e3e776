package dev.hcp.platforms.aws;

import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.hypershift.HostedControlPlane;
import dev.hcp.api.hypershift.aws.AwsEndpointService;
import dev.hcp.api.names.ConditionReasons;
import dev.hcp.api.names.ConditionTypes;
import dev.hcp.platforms.World;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.ConditionBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The conditions of a hosted cluster that only AWS has. */
final class AwsConditions {
    private static final String ALL_IS_WELL = "All is well";

    private AwsConditions() {}

    /** Those that follow from the control plane and from the endpoint services of its namespace. */
    static List<Condition> of(HostedCluster cluster, Optional<HostedControlPlane> controlPlane, World world) {
        List<Condition> conditions = new ArrayList<>();
        for (String type :
                List.of(ConditionTypes.AWS_DEFAULT_SECURITY_GROUP_CREATED, ConditionTypes.VALID_AWS_KMS_CONFIG)) {
            controlPlane.flatMap(hcp -> find(hcp, type)).ifPresent(conditions::add);
        }
        List<AwsEndpointService> services =
                world.list(AwsEndpointService.class, AwsSettings.controlPlaneNamespace(cluster));
        conditions.add(ofEndpoints(services, ConditionTypes.AWS_ENDPOINT_AVAILABLE));
        conditions.add(ofEndpoints(services, ConditionTypes.AWS_ENDPOINT_SERVICE_AVAILABLE));
        return conditions;
    }

    /**
     * Whether AWS trusts the cluster's tokens; also of interest while the cluster is deleted, which cannot end without.
     * Empty where what is known stays: only a change of the status counts, and what was found wrong stays so when it can
     * be seen no more.
     */
    static Optional<Condition> identityProvider(HostedCluster cluster, Optional<HostedControlPlane> controlPlane) {
        String type = ConditionTypes.VALID_AWS_IDENTITY_PROVIDER;
        Condition fresh = controlPlane
                .flatMap(hcp -> find(hcp, type))
                .orElseGet(() -> condition(type, "Unknown", ConditionReasons.STATUS_UNKNOWN, ""));
        String known = statusOf(cluster, type);
        boolean stays =
                known.equals(fresh.getStatus()) || (known.equals("False") && "Unknown".equals(fresh.getStatus()));
        return stays ? Optional.empty() : Optional.of(fresh);
    }

    /** The status of a condition that the cluster shows; empty without it. */
    static String statusOf(HostedCluster cluster, String type) {
        return known(cluster, type).map(Condition::getStatus).orElse("");
    }

    private static Optional<Condition> known(HostedCluster cluster, String type) {
        return cluster.getStatus() == null
                ? Optional.empty()
                : cluster.getStatus().getConditions().stream()
                        .filter(condition -> type.equals(condition.getType()))
                        .findFirst();
    }

    private static Optional<Condition> find(HostedControlPlane controlPlane, String type) {
        return controlPlane.getStatus() == null
                ? Optional.empty()
                : controlPlane.getStatus().getConditions().stream()
                        .filter(condition -> type.equals(condition.getType()))
                        .findFirst();
    }

    private static Condition ofEndpoints(List<AwsEndpointService> services, String type) {
        List<String> problems = new ArrayList<>();
        boolean any = false;
        for (AwsEndpointService service : services) {
            if (service.getStatus() == null) {
                continue;
            }
            for (Condition condition : service.getStatus().getConditions()) {
                if (type.equals(condition.getType())) {
                    any = true;
                    if ("False".equals(condition.getStatus())
                            && !AwsSettings.textOf(condition.getMessage()).isEmpty()) {
                        problems.add(condition.getMessage());
                    }
                }
            }
        }
        if (!any) {
            return condition(
                    type, "Unknown", ConditionReasons.STATUS_UNKNOWN, "AWSEndpointService conditions not found");
        }
        return problems.isEmpty()
                ? condition(type, "True", ConditionReasons.AWS_SUCCESS, ALL_IS_WELL)
                : condition(type, "False", ConditionReasons.AWS_ERROR, String.join("; ", problems));
    }

    private static Condition condition(String type, String status, String reason, String message) {
        return new ConditionBuilder()
                .withType(type)
                .withStatus(status)
                .withReason(reason)
                .withMessage(message)
                .build();
    }
}
