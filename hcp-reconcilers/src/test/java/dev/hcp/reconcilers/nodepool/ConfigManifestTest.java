package dev.hcp.reconcilers.nodepool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.Yaml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KubeletConfig | {'spec':{'kubeletconfig':{}}} | spec.kubeletconfig",
                "KubeletConfig | {'metadata':{'label':{}}} | metadata.label",
                "ContainerRuntimeConfig | {'spec':{'containerRuntimeConfig':{'pids':1}}} | spec.containerRuntimeConfig.pids",
                "ContainerRuntimeConfig | {'status':{'phase':'x'}} | status.phase",
            })
    void a_misspelt_field_is_refused(String kind, String rest, String field) {
        String document = Json.write(Json.parseObject(rest.replace('\'', '"'))
                .with("apiVersion", "machineconfiguration.openshift.io/v1")
                .with("kind", kind));
        assertThatThrownBy(() -> ConfigManifest.of(document))
                .hasMessage("error decoding config: strict decoding error: unknown field \"" + field + "\"");
    }

    @Test
    void what_a_kubelet_is_told_is_not_looked_at() {
        assertThat(ConfigManifest.of("apiVersion: machineconfiguration.openshift.io/v1\nkind: KubeletConfig\n"
                                + "spec:\n  kubeletConfig:\n    anything: {goes: here}\n")
                        .text())
                .contains("    anything:\n      goes: here\n");
    }

    @Test
    void several_misspelt_fields_are_listed_with_their_places() {
        String tuned = "apiVersion: tuned.openshift.io/v1\nkind: Tuned\nspec:\n  profiles: []\n  profile:\n"
                + "  - name: a\n  - nam: b\n";
        assertThatThrownBy(() -> ConfigManifest.parseTuning(tuned))
                .hasMessage("error decoding config: strict decoding error: unknown field \"spec.profile[1].nam\","
                        + " unknown field \"spec.profiles\"");
    }

    @Test
    void a_performance_profile_knows_its_processors() {
        String profile = "apiVersion: performance.openshift.io/v2\nkind: PerformanceProfile\nmetadata:\n  name: p\n"
                + "spec:\n  cpu:\n    isolated: 1-3\n    reserved: \"0\"\n";
        assertThat(Yaml.write(ConfigManifest.parseTuning(profile)))
                .isEqualTo("apiVersion: performance.openshift.io/v2\nkind: PerformanceProfile\nmetadata:\n"
                        + "  creationTimestamp: null\n  name: p\nspec:\n  cpu:\n    isolated: 1-3\n"
                        + "    reserved: \"0\"\n  nodeSelector: null\nstatus: {}\n");
        assertThatThrownBy(() -> ConfigManifest.parseTuning(profile + "    isolate: \"1\"\n"))
                .hasMessageContaining("unknown field \"spec.cpu.isolate\"");
    }

    @Test
    void documents_are_separated_by_dashes_alone_on_a_line() {
        assertThat(ConfigManifest.documents("---\na: 1\n--- \nb: \"---\"\n---\n\n"))
                .containsExactly("a: 1\n", "b: \"---\"\n");
    }
}
