package dev.hcp.reconcilers.controlplane;

import java.util.List;
import java.util.function.Predicate;

/** What a control plane runs for nodes on AWS. */
final class AwsComponents {
    private static final Predicate<ControlPlane> ON_AWS = controlPlane -> controlPlane.onPlatform("AWS");

    static final Component CLOUD_CONTROLLER_MANAGER = Component.deployment("cloud-controller-manager")
            .select(Component.APP, "cloud-controller-manager")
            .label(Component.COMPONENT, "cloud-controller-manager")
            .configuredBy(CloudConfigMaps.AWS)
            .containers(
                    Container.of("cloud-controller-manager", "aws-cloud-controller-manager", "75m", "60Mi"),
                    Container.of("token-minter", "token-minter", "10m", "10Mi"))
            .serviceAccount("cloud-controller-manager")
            .when(ON_AWS);

    static final Component CREDENTIAL_OPERATOR = Component.deployment("cloud-credential-operator")
            .selectApp()
            .component()
            .init(Container.prober())
            .containers(Container.of("cloud-credential-operator", "cloud-credential-operator", "10m", "75Mi"))
            .when(ON_AWS);

    static final List<Component> ALL = List.of(CLOUD_CONTROLLER_MANAGER, CREDENTIAL_OPERATOR);

    private AwsComponents() {}
}
