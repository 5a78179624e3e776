package dev.hcp.platforms.aws;

import dev.hcp.api.HcpException;
import dev.hcp.api.capi.aws.AwsCluster;
import dev.hcp.api.capi.aws.AwsMachine;
import dev.hcp.api.capi.aws.AwsMachineTemplate;
import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.hypershift.HostedControlPlane;
import dev.hcp.api.hypershift.NodePoolPlatform;
import dev.hcp.api.hypershift.aws.AwsEndpointService;
import dev.hcp.api.hypershift.aws.AwsNodePoolPlatform;
import dev.hcp.api.hypershift.aws.AwsPlatformSpec;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.ConditionReasons;
import dev.hcp.api.names.ConditionTypes;
import dev.hcp.platforms.Access;
import dev.hcp.platforms.CapiProvider;
import dev.hcp.platforms.ClusterDefaults;
import dev.hcp.platforms.Conclusion;
import dev.hcp.platforms.MachineTemplate;
import dev.hcp.platforms.NodePoolContext;
import dev.hcp.platforms.NodePoolPreparation;
import dev.hcp.platforms.NodePoolPreparation.Finding;
import dev.hcp.platforms.OperatorCapability;
import dev.hcp.platforms.Orphan;
import dev.hcp.platforms.Permissions;
import dev.hcp.platforms.PlatformProvider;
import dev.hcp.platforms.ReleaseMetadata;
import dev.hcp.platforms.World;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Platform {@code AWS}.
 *
 * <p>Mirrors {@code spec.platform.aws} of HostedCluster and NodePool. Nodes are EC2 instances in the user's account, which
 * control plane components work in by roles they assume.
 */
public final class AwsPlatform implements PlatformProvider {
    private static final String IMAGE = "image";
    private static final String SECURITY_GROUP = "securityGroup";

    @Override
    public String platformType() {
        return "AWS";
    }

    @Override
    public Permissions permissions() {
        return Permissions.builder()
                .management(Secret.class, Access.APPLY)
                .management(AwsCluster.class, Access.APPLY, Access.STATUS)
                .management(AwsMachineTemplate.class, Access.APPLY, Access.DELETE)
                // Those whose credentials are no longer valid are let go.
                .management(AwsMachine.class, Access.PATCH)
                .management(AwsEndpointService.class, Access.PATCH, Access.DELETE)
                .build();
    }

    @Override
    public List<String> validate(HostedCluster cluster, World world) {
        return AwsConfigurationChecks.problems(cluster);
    }

    @Override
    public ClusterDefaults defaults(HostedCluster cluster, World world) {
        return AwsDefaults.roles(cluster, world);
    }

    @Override
    public JsonObject completion(HostedCluster cluster, World world) {
        return AwsDefaults.tags(cluster);
    }

    @Override
    public Optional<String> unsupported(HostedCluster cluster, World world) {
        return AwsConfigurationChecks.unsupported(cluster, world.managementCluster());
    }

    @Override
    public Optional<HasMetadata> infrastructure(
            HostedCluster cluster, Optional<HostedControlPlane> controlPlane, World world) {
        return Optional.of(AwsClusterObjects.infrastructure(cluster, controlPlane));
    }

    @Override
    public List<HasMetadata> credentials(HostedCluster cluster, World world) {
        return AwsCredentials.secrets(cluster);
    }

    @Override
    public List<Condition> standingConditions(
            HostedCluster cluster, Optional<HostedControlPlane> controlPlane, World world) {
        return AwsConditions.identityProvider(cluster, controlPlane).stream().toList();
    }

    @Override
    public List<Condition> conditions(HostedCluster cluster, Optional<HostedControlPlane> controlPlane, World world) {
        return AwsConditions.of(cluster, controlPlane, world);
    }

    @Override
    public Optional<CapiProvider> capiProvider(HostedCluster cluster, ReleaseMetadata release, World world) {
        return Optional.of(AwsClusterObjects.capiProvider(cluster, release, world));
    }

    @Override
    public Conclusion conclude(HostedCluster cluster, HostedControlPlane controlPlane, World world) {
        return AwsIdentityDocuments.conclude(cluster, controlPlane);
    }

    @Override
    public List<Orphan> orphans(HostedCluster cluster, World world) {
        return AwsDeletion.orphans(cluster, world);
    }

    @Override
    public List<HasMetadata> deletion(HostedCluster cluster, World world) {
        return AwsDeletion.endpointServices(cluster, world);
    }

    @Override
    public Optional<Class<? extends HasMetadata>> machineTemplateType() {
        return Optional.of(AwsMachineTemplate.class);
    }

    @Override
    public NodePoolPreparation bootImage(NodePoolContext context, NodePoolPreparation preparation) {
        AwsPlatformSpec ofCluster = AwsSettings.of(context.cluster());
        if (ofCluster == null) {
            return NodePoolPreparation.failed(
                    List.of(), "the HostedCluster for this NodePool has no .Spec.Platform.AWS, this is unsupported");
        }
        NodePoolPlatform platform = context.pool().getSpec().getPlatform();
        AwsNodePoolPlatform settings = platform == null ? null : platform.getAws();
        String own = settings == null ? "" : AwsSettings.textOf(settings.getAmi());
        List<Finding> findings = new ArrayList<>();
        String image = own;
        if (own.isEmpty()) {
            try {
                image = AwsMachines.image(context, ofCluster);
            } catch (HcpException e) {
                Finding finding = new Finding(
                        ConditionTypes.VALID_PLATFORM_IMAGE,
                        false,
                        ConditionReasons.VALIDATION_FAILED,
                        "Couldn't discover an AMI for release image \""
                                + context.release().image() + "\": " + e.getMessage());
                return NodePoolPreparation.failed(
                        List.of(finding), "couldn't discover an AMI for release image: " + e.getMessage());
            }
            findings.add(new Finding(
                    ConditionTypes.VALID_PLATFORM_IMAGE,
                    true,
                    ConditionReasons.AS_EXPECTED,
                    "Bootstrap AMI is \"" + image + "\""));
        }
        String group = AwsSettings.defaultSecurityGroup(context.cluster());
        findings.add(new Finding(
                ConditionTypes.AWS_SECURITY_GROUP_AVAILABLE,
                !group.isEmpty(),
                group.isEmpty() ? ConditionReasons.DEFAULT_SGNOT_READY : ConditionReasons.AS_EXPECTED,
                group.isEmpty()
                        ? "Waiting for AWS default security group to be created for hosted cluster"
                        : "NodePool has a default security group"));
        return new NodePoolPreparation(
                findings,
                own.isEmpty() ? List.of() : List.of(ConditionTypes.VALID_PLATFORM_IMAGE),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                Map.of(),
                JsonObject.of(IMAGE, image, SECURITY_GROUP, group).toString());
    }

    @Override
    public Optional<MachineTemplate> machineTemplate(NodePoolContext context, NodePoolPreparation preparation) {
        JsonObject source = Json.parseObject(preparation.bootSource());
        String image = AwsSettings.textOf(source.text(IMAGE));
        String group = AwsSettings.textOf(source.text(SECURITY_GROUP));
        if (!context.release().announces(OperatorCapability.CREATES_AWS_SECURITY_GROUP)) {
            return Optional.of(AwsMachines.template(context, image, Optional.empty()));
        }
        return group.isEmpty()
                ? Optional.empty()
                : Optional.of(AwsMachines.template(context, image, Optional.of(group)));
    }
}
