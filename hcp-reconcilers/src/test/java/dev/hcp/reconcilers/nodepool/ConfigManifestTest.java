package dev.hcp.reconcilers.nodepool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ConfigManifestTest {
    @Test
    void a_machine_config_gets_the_worker_role_and_all_fields() {
        ConfigManifest manifest = ConfigManifest.of("apiVersion: machineconfiguration.openshift.io/v1\n"
                + "kind: MachineConfig\nmetadata:\n  name: x\nspec:\n  kernelArguments:\n  - quiet\n");
        assertThat(manifest.text())
                .isEqualTo("apiVersion: machineconfiguration.openshift.io/v1\nkind: MachineConfig\nmetadata:\n"
                        + "  creationTimestamp: null\n  labels:\n    machineconfiguration.openshift.io/role: worker\n"
                        + "  name: x\nspec:\n  baseOSExtensionsContainerImage: \"\"\n  config: null\n  extensions: null\n"
                        + "  fips: false\n  kernelArguments:\n  - quiet\n  kernelType: \"\"\n  osImageURL: \"\"\n");
    }

    @Test
    void a_kubelet_config_is_selected_by_the_built_in_pool() {
        ConfigManifest manifest = ConfigManifest.of("apiVersion: machineconfiguration.openshift.io/v1\n"
                + "kind: KubeletConfig\nmetadata:\n  name: k\nspec:\n  kubeletConfig:\n    maxPods: 100\n");
        assertThat(manifest.text())
                .contains("  machineConfigPoolSelector:\n    matchLabels:\n"
                        + "      machineconfiguration.openshift.io/mco-built-in: \"\"\n");
    }

    @Test
    void mirror_policies_stay_as_they_are() {
        String document = "# mirrors\napiVersion: config.openshift.io/v1\nkind: ImageDigestMirrorSet\n";
        assertThat(ConfigManifest.of(document).text()).isEqualTo(document);
    }

    @Test
    void other_kinds_are_refused() {
        assertThatThrownBy(() -> ConfigManifest.of("apiVersion: v1\nkind: Pod\n"))
                .isInstanceOf(InvalidPoolException.class)
                .hasMessageStartingWith(
                        "error decoding config: no kind \"Pod\" is registered for version \"v1\" in scheme ");
        assertThatThrownBy(() -> ConfigManifest.of("apiVersion: config.openshift.io/v1\nkind: Proxy\n"))
                .hasMessage("unsupported config type: *v1.Proxy");
    }

    @Test
    void fields_that_machine_configs_do_not_have_are_refused() {
        assertThatThrownBy(() -> ConfigManifest.of("apiVersion: machineconfiguration.openshift.io/v1\n"
                        + "kind: MachineConfig\nspec:\n  kernelArgs: []\n"))
                .hasMessageContaining("unknown field \"spec.kernelArgs\"");
    }

    @Test
    void documents_are_separated_by_dashes_alone_on_a_line() {
        assertThat(ConfigManifest.documents("---\na: 1\n--- \nb: \"---\"\n---\n\n"))
                .containsExactly("a: 1\n", "b: \"---\"\n");
    }
}
