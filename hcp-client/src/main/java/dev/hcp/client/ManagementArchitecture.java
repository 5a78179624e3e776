package dev.hcp.client;

import dev.hcp.platforms.OptionProblem;
import io.fabric8.kubernetes.api.model.Node;
import java.util.List;
import java.util.Optional;

/** Whether nodes of an architecture can be had: control plane and nodes come out of one release. */
final class ManagementArchitecture {
    private ManagementArchitecture() {}

    /**
     * A release for many architectures fits always, which its tag tells; one of which the tag does not tell is given the
     * benefit of the doubt, as is a management cluster without nodes that one may see.
     */
    static List<OptionProblem> problems(HcpClient client, String releaseImage, String arch) {
        if (!releaseImage.endsWith("-x86_64") && !releaseImage.endsWith("-aarch64")) {
            return List.of();
        }
        return architecture(client)
                .filter(management -> !management.equals(arch))
                .map(management -> new OptionProblem(
                        "arch",
                        "is " + arch + " but nodes of the management cluster are " + management
                                + ", and the release is for one architecture only; take a multi-arch release image or"
                                + " release stream"))
                .map(List::of)
                .orElse(List.of());
    }

    private static Optional<String> architecture(HcpClient client) {
        try {
            return Failures.explain(
                    "look up the architecture of the management cluster",
                    () -> client.kubernetes().nodes().list().getItems().stream()
                            .map(ManagementArchitecture::of)
                            .flatMap(Optional::stream)
                            .findFirst());
        } catch (PermissionDeniedException e) {
            // Who may create clusters need not see nodes; the operator checks again.
            return Optional.empty();
        }
    }

    private static Optional<String> of(Node node) {
        return node.getStatus() == null || node.getStatus().getNodeInfo() == null
                ? Optional.empty()
                : Optional.ofNullable(node.getStatus().getNodeInfo().getArchitecture());
    }
}
