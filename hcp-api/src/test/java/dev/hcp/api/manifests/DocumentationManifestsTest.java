package dev.hcp.api.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.testing.Shared;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The manifests that the product documentation tells people to apply. */
@Tag("oracle")
class DocumentationManifestsTest {
    static Stream<JsonObject> manifests() {
        List<JsonObject> manifests = new ArrayList<>();
        for (Path file : Shared.files("seed", ".txt")) {
            try {
                manifests.addAll(ManifestsInText.of(Files.readAllLines(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return manifests.stream();
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void a_documented_manifest_is_written_back_unchanged(JsonObject manifest) {
        RoundTrips.check(manifest);
    }

    /** The manual shows some manifests in part: what it leaves out is missing, and keeps rules from being evaluated. */
    @ParameterizedTest
    @MethodSource("manifests")
    void what_a_documented_manifest_says_is_valid(JsonObject manifest) {
        assertThat(Validators.errors(manifest))
                .allMatch(error -> error.kind() == FieldError.Kind.REQUIRED
                        || error.detail().startsWith("some validation rules were not checked"));
    }

    @Test
    void most_documented_manifests_are_whole_and_valid() {
        assertThat(manifests().filter(manifest -> Validators.errors(manifest).isEmpty()))
                .hasSizeGreaterThan(20);
    }

    @Test
    void the_documentation_has_manifests_of_the_kinds_that_its_procedures_apply() {
        assertThat(manifests().map(manifest -> manifest.text("kind")).distinct())
                .contains(
                        "HostedCluster",
                        "NodePool",
                        "InfraEnv",
                        "AgentServiceConfig",
                        "BareMetalHost",
                        "ManagedCluster",
                        "ManagedClusterAddOn",
                        "AddOnDeploymentConfig",
                        "KlusterletAddonConfig",
                        "MultiClusterEngine",
                        "Backup",
                        "Restore",
                        "IPAddressPool",
                        "L2Advertisement",
                        "BGPAdvertisement",
                        "ImageDigestMirrorSet");
    }

    @Test
    void the_manifests_of_the_tests_have_every_field_that_the_documentation_uses() {
        Set<String> ours = new TreeSet<>();
        OwnManifestsTest.manifests().forEach(manifest -> FieldPaths.add(manifest, ours));
        Set<String> documented = new TreeSet<>();
        manifests().forEach(manifest -> FieldPaths.add(manifest, documented));
        documented.removeAll(FieldPaths.NOT_IN_ANY_DEFINITION);
        documented.removeIf(path -> ours.stream().anyMatch(own -> FieldPaths.isAtOrBelow(own, path)));
        assertThat(documented).isEmpty();
    }
}
