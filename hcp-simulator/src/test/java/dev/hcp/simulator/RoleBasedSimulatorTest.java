package dev.hcp.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hcp.simulator.apiserver.access.User;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests with the permissions that the tested will have. */
class RoleBasedSimulatorTest {
    private static final User ALICE = User.authenticated("alice", "", List.of("developers"), Map.of());

    @Test
    void a_client_in_the_same_jvm_may_do_what_its_roles_allow() {
        try (Simulator simulator = Simulator.builder().empty().roleBasedAccess().start();
                KubernetesClient admin = simulator.kubernetesClient();
                KubernetesClient alice = simulator.transport().as(ALICE).client()) {
            assertThatThrownBy(() -> alice.configMaps().inNamespace("default").list())
                    .isInstanceOfSatisfying(KubernetesClientException.class, refused -> assertThat(
                                    refused.getStatus().getReason())
                            .isEqualTo("Forbidden"));
            admin.resource(new RoleBindingBuilder()
                            .withNewMetadata()
                            .withName("developers")
                            .withNamespace("default")
                            .endMetadata()
                            .withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", "edit")
                            .addNewSubject("rbac.authorization.k8s.io", "Group", "developers", null)
                            .build())
                    .create();
            alice.resource(new ConfigMapBuilder()
                            .withNewMetadata()
                            .withName("made")
                            .withNamespace("default")
                            .endMetadata()
                            .build())
                    .create();
            assertThat(alice.configMaps()
                            .inNamespace("default")
                            .withName("made")
                            .get())
                    .isNotNull();
        }
    }
}
