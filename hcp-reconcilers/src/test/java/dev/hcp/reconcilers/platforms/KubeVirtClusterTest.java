package dev.hcp.reconcilers.platforms;

import static dev.hcp.reconcilers.platforms.PlatformFixture.CONTROL_PLANE;
import static dev.hcp.reconcilers.platforms.PlatformFixture.condition;
import static dev.hcp.reconcilers.platforms.PlatformFixture.parse;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.capi.KubevirtCluster;
import dev.hcp.platforms.InfrastructureCluster;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KubeVirtClusterTest {
    private final PlatformFixture demo = new PlatformFixture("{'type':'KubeVirt','kubevirt':{'credentials':"
            + "{'infraNamespace':'guests','infraKubeConfigSecret':{'name':'infra','key':'kubeconfig'}}}}");

    private void kubeconfig() {
        demo.create("{'apiVersion':'v1','kind':'Secret','metadata':{'name':'infra','namespace':'clusters'},"
                + "'data':{'kubeconfig':'e30='}}");
    }

    @Test
    void another_cluster_for_machines_needs_its_kubeconfig() {
        demo.settle();

        assertThat(condition(demo.cluster(), "ValidConfiguration"))
                .isEqualTo("False InvalidConfiguration failed to fetch infra kubeconfig secret clusters/infra:"
                        + " secrets \"infra\" not found");
    }

    @Test
    void the_kubeconfig_of_another_cluster_reaches_the_control_plane() {
        kubeconfig();
        demo.settle();

        assertThat(demo.world
                        .existing(Secret.class, CONTROL_PLANE, "kubevirt-infra-credentials")
                        .text("data", "kubeconfig"))
                .isEqualTo("e30=");
        assertThat(demo.world
                        .existing(KubevirtCluster.class, CONTROL_PLANE, "demo-x1")
                        .object("spec", "infraClusterSecretRef"))
                .isEqualTo(parse("{'kind':'Secret','name':'kubevirt-infra-credentials','namespace':'clusters-demo'}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "v1.1.0 | v1.27.3 | True AsExpected Configuration passes validation",
                "0.59.0 | 1.28.0 | False InvalidConfiguration infrastructure kubevirt version is [0.59.0], hypershift"
                        + " kubevirt platform requires kubevirt version [1.0.0] or greater",
                "0.59.0 | 1.26.1 | False InvalidConfiguration [infrastructure kubevirt version is [0.59.0], hypershift"
                        + " kubevirt platform requires kubevirt version [1.0.0] or greater, infrastructure Kubernetes"
                        + " version is [1.26.1], hypershift kubevirt platform requires Kubernetes version [1.27.0] or"
                        + " greater]",
                "- | 1.28.0 | False InvalidConfiguration KubeVirt is not installed on the infrastructure cluster,"
                        + " hypershift kubevirt platform requires kubevirt version [1.0.0] or greater",
            })
    void another_cluster_must_be_new_enough(String kubeVirt, String kubernetes, String expected) {
        kubeconfig();
        demo.world.infrastructureCluster(new InfrastructureCluster(Optional.ofNullable(kubeVirt), kubernetes));
        demo.settle();

        assertThat(condition(demo.cluster(), "ValidConfiguration")).isEqualTo(expected);
    }

    @Test
    void an_annotation_lets_old_ones_pass() {
        kubeconfig();
        demo.world.infrastructureCluster(new InfrastructureCluster(Optional.of("0.59.0"), "1.20.0"));
        demo.patchCluster("{'metadata':{'annotations':"
                + "{'hypershift.openshift.io/allow-unsupported-kubevirt-rhcos-variants':'T'}}}");
        demo.settle();

        assertThat(condition(demo.cluster(), "ValidConfiguration"))
                .isEqualTo("True AsExpected Configuration passes validation");
    }
}
