package dev.hcp.reconcilers.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hcp.api.HcpException;
import dev.hcp.api.json.JsonObject;
import dev.hcp.platforms.ImageAccess;
import dev.hcp.platforms.OperatorCapability;
import dev.hcp.platforms.ReleaseCatalogue;
import dev.hcp.platforms.ReleaseMetadata;
import dev.hcp.platforms.ReleaseNotFoundException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistryReleasesTest {
    private static final String REPOSITORY = "ocp/release";
    private static final String BOOT_IMAGES = """
            apiVersion: v1
            kind: ConfigMap
            data:
              stream: |
                {"architectures": {"x86_64": {
                  "images": {"kubevirt": {"digest-ref": "registry.example.com/disk@sha256:%s"},
                    "aws": {"regions": {"us-east-1": {"image": "ami-1"}}}},
                  "artifacts": {"openstack": {"formats": {"qcow2.gz": {"disk":
                    {"location": "https://example.com/disk.qcow2.gz", "sha256": "abc"}}}}}}}}
            """.formatted("0".repeat(64));

    private final TestRegistry registry = new TestRegistry();
    private Instant now = Instant.parse("2025-01-01T00:00:00Z");

    @AfterEach
    void stop() {
        registry.close();
    }

    private RegistryReleases.Builder builder() {
        return RegistryReleases.builder().plainHttp(registry.host()).clock(() -> now);
    }

    private static ImageAccess withPullSecret(String pullSecret) {
        return new ImageAccess(pullSecret, Map.of());
    }

    private String image(String tag) {
        return registry.host() + "/" + REPOSITORY + ":" + tag;
    }

    private String operatorImage() {
        return registry.host() + "/" + REPOSITORY + ":operator";
    }

    private Map<String, String> files(String version) {
        return Map.of(
                "release-manifests/image-references",
                "{\"spec\": {\"tags\": [{\"name\": \"hypershift\", \"from\": {\"name\": \"" + operatorImage() + "\"}},"
                        + "{\"name\": \"etcd\", \"from\": {\"name\": \"registry.example.com/etcd@sha256:1\"}}]}}",
                "release-manifests/release-metadata",
                "{\"version\": \"" + version + "\"}",
                "release-manifests/0000_50_installer_coreos-bootimages.yaml",
                BOOT_IMAGES);
    }

    private String release(String tag, String version, String architecture) {
        registry.image(
                REPOSITORY,
                "operator",
                JsonObject.of(
                        "config",
                        JsonObject.of(
                                "Labels", JsonObject.of(OperatorCapability.MANAGES_IGNITION_SERVER.label(), "true"))));
        return registry.image(
                REPOSITORY,
                tag,
                JsonObject.of("architecture", architecture),
                TestRegistry.layer(Map.of("bin/large", "x".repeat(5000))),
                TestRegistry.layer(files(version)));
    }

    @Test
    void a_release_is_read_with_all_that_its_manifests_say() {
        String digest = release("4.17.3", "4.17.3", "amd64");

        RegistryReleases releases = builder().build();
        ReleaseMetadata release = releases.lookup(image("4.17.3"));

        assertThat(release.version()).isEqualTo("4.17.3");
        assertThat(release.image()).isEqualTo(image("4.17.3"));
        assertThat(release.payloadArch()).isEqualTo("AMD64");
        assertThat(release.componentImages())
                .containsEntry("etcd", "registry.example.com/etcd@sha256:1")
                .containsEntry("controlplane-operator", operatorImage());
        assertThat(release.kubeVirtImage()).contains("registry.example.com/disk@sha256:" + "0".repeat(64));
        assertThat(release.awsImages()).containsEntry("us-east-1/x86_64", "ami-1");
        assertThat(release.openStackDisk())
                .map(ReleaseMetadata.DiskImage::sha256)
                .contains("abc");
        assertThat(release.announces(OperatorCapability.MANAGES_IGNITION_SERVER))
                .isTrue();
        assertThat(releases.digest(image("4.17.3"))).contains(digest);
        assertThat(releases.payloadArch(image("4.17.3"))).isEqualTo("AMD64");
    }

    @Test
    void an_image_of_many_architectures_is_a_payload_for_all_of_them() {
        String amd = release("amd", "4.17.3", "amd64");
        String arm = release("arm", "4.17.3", "arm64");
        registry.list(REPOSITORY, "4.17.3-multi", Map.of("arm64", arm, "amd64", amd));

        RegistryReleases releases = builder().build();

        assertThat(releases.payloadArch(image("4.17.3-multi"))).isEqualTo("Multi");
        assertThat(releases.lookup(image("4.17.3-multi")).payloadArch()).isEqualTo("Multi");
        assertThat(releases.lookup(image("4.17.3-multi")).version()).isEqualTo("4.17.3");
    }

    @Test
    void what_was_read_is_not_asked_for_again_until_its_tag_may_have_moved() {
        release("4.17", "4.17.3", "amd64");
        RegistryReleases releases = builder().build();
        releases.lookup(image("4.17"));
        int asked = registry.requests.size();

        releases.lookup(image("4.17"));
        assertThat(registry.requests).hasSize(asked);

        release("4.17", "4.17.4", "amd64");
        now = now.plus(Duration.ofMinutes(61));

        assertThat(releases.lookup(image("4.17")).version()).isEqualTo("4.17.4");
    }

    @Test
    void the_same_image_under_another_name_is_not_read_again() {
        String digest = release("4.17.3", "4.17.3", "amd64");
        RegistryReleases releases = builder().build();
        releases.lookup(image("4.17.3"));
        registry.requests.clear();

        String byDigest = registry.host() + "/" + REPOSITORY + "@" + digest;
        assertThat(releases.lookup(byDigest).image()).isEqualTo(byDigest);
        assertThat(registry.requests).containsExactly("/v2/" + REPOSITORY + "/manifests/" + digest);
    }

    @ParameterizedTest
    @CsvSource({"PASSWORD, Basic", "TOKEN, Bearer"})
    void the_pull_secret_opens_the_registry(TestRegistry.Door door, String kind) {
        release("4.17.3", "4.17.3", "amd64");
        registry.door = door;

        ReleaseCatalogue releases = builder().build().with(withPullSecret(TestRegistry.pullSecret(registry.host())));

        assertThat(releases.lookup(image("4.17.3")).version()).isEqualTo("4.17.3");
        assertThat(registry.requests).contains("/v2/" + REPOSITORY + "/manifests/4.17.3 " + kind);
    }

    @Test
    void what_one_cluster_may_read_another_still_may_not() {
        release("4.17.3", "4.17.3", "amd64");
        registry.door = TestRegistry.Door.PASSWORD;
        RegistryReleases releases = builder().build();
        ReleaseCatalogue allowed = releases.with(withPullSecret(TestRegistry.pullSecret(registry.host())));
        assertThat(allowed.lookup(image("4.17.3")).version()).isEqualTo("4.17.3");
        assertThat(allowed.payloadArch(image("4.17.3"))).isEqualTo("AMD64");

        String other = TestRegistry.pullSecret("other.example.com");

        for (ReleaseCatalogue refused : List.of(releases, releases.with(withPullSecret(other)))) {
            assertThat(problem(refused, image("4.17.3"))).contains("the pull secret has no entry");
            assertThatThrownBy(() -> refused.payloadArch(image("4.17.3"))).isInstanceOf(ReleaseNotFoundException.class);
            assertThatThrownBy(() -> refused.digest(image("4.17.3"))).isInstanceOf(ReleaseNotFoundException.class);
        }
    }

    @Test
    void the_refusal_of_one_cluster_is_not_that_of_another() {
        release("4.17.3", "4.17.3", "amd64");
        registry.door = TestRegistry.Door.PASSWORD;
        RegistryReleases releases = builder().build();
        assertThat(problem(releases.with(withPullSecret("")), image("4.17.3"))).contains("no entry");

        // As when its pull secret is mended: nobody waits for half a minute.
        ReleaseCatalogue mended = releases.with(withPullSecret(TestRegistry.pullSecret(registry.host())));

        assertThat(mended.lookup(image("4.17.3")).version()).isEqualTo("4.17.3");
    }

    @Test
    void the_content_of_a_release_is_read_once_for_all_clusters_that_may_read_it() {
        release("4.17.3", "4.17.3", "amd64");
        RegistryReleases releases = builder().build();
        releases.with(withPullSecret("{\"auths\": {\"a\": {}}}")).lookup(image("4.17.3"));
        registry.requests.clear();

        ReleaseCatalogue second = releases.with(withPullSecret("{\"auths\": {\"b\": {}}}"));
        assertThat(second.lookup(image("4.17.3")).version()).isEqualTo("4.17.3");

        assertThat(registry.requests)
                .containsExactly(
                        "/v2/" + REPOSITORY + "/manifests/4.17.3", "/v2/" + REPOSITORY + "/manifests/operator");
        registry.requests.clear();
        second.lookup(image("4.17.3"));
        releases.with(withPullSecret("{\"auths\": {\"b\": {}}}")).lookup(image("4.17.3"));
        assertThat(registry.requests).isEmpty();
    }

    @Test
    void a_cluster_asks_its_own_mirrors_and_then_those_of_all() {
        release("4.17.3", "4.17.3", "amd64");
        String source = "unreachable.invalid/original";
        RegistryReleases releases = builder()
                .timeout(Duration.ofSeconds(5))
                .mirrors(source, List.of(registry.host() + "/ocp"))
                .build();
        ReleaseCatalogue cluster =
                releases.with(new ImageAccess("", Map.of(source, List.of(registry.host() + "/own"))));

        assertThat(cluster.lookup(source + "/release:4.17.3").version()).isEqualTo("4.17.3");

        assertThat(registry.requests)
                .startsWith("/v2/own/release/manifests/4.17.3", "/v2/ocp/release/manifests/4.17.3");
        registry.requests.clear();
        releases.lookup(source + "/release:4.17.3");
        assertThat(registry.requests).doesNotContain("/v2/own/release/manifests/4.17.3");
    }

    @Test
    void a_pull_secret_that_is_none_is_told_where_it_is_needed() {
        release("4.17.3", "4.17.3", "amd64");
        registry.door = TestRegistry.Door.PASSWORD;

        assertThat(problem(builder().build().with(withPullSecret("not JSON")), image("4.17.3")))
                .isEqualTo("image " + image("4.17.3") + " cannot be read: the pull secret is not JSON of the form"
                        + " {\"auths\": {\"host\": {\"auth\": ...}}}");
        assertThat(withPullSecret("not JSON")).asString().doesNotContain("not JSON");
    }

    @Test
    void of_many_things_the_ones_asked_for_last_are_kept() {
        Recent<String, String> recent = new Recent<>(2);
        recent.put("a", "1");
        recent.put("b", "2");
        assertThat(recent.get("a")).contains("1");
        recent.put("c", "3");

        assertThat(recent.get("b")).isEmpty();
        assertThat(recent.get("a", () -> "new")).isEqualTo("1");
        assertThat(recent.get("b", () -> "new")).isEqualTo("new");
        assertThat(recent.get("c")).isEmpty();
    }

    @Test
    void an_entry_for_a_repository_goes_before_one_for_its_host() {
        RegistryCredentials credentials =
                new RegistryCredentials("{\"auths\": {\"registry.example.com\": {\"auth\": \"aG9zdA==\"},"
                        + "\"registry.example.com/team/a\": {\"username\": \"me\", \"password\": \"p\"}}}");

        assertThat(credentials.basic(ImageName.of("registry.example.com/team/a/image:1")))
                .contains("bWU6cA==");
        assertThat(credentials.basic(ImageName.of("registry.example.com/team/b:1")))
                .contains("aG9zdA==");
        assertThat(credentials.basic(ImageName.of("other.example.com/team/a:1")))
                .isEmpty();
    }

    @Test
    void a_redirect_is_followed_without_the_password() {
        release("4.17.3", "4.17.3", "amd64");
        registry.door = TestRegistry.Door.PASSWORD;
        registry.redirects = true;

        ReleaseCatalogue releases = builder().build().with(withPullSecret(TestRegistry.pullSecret(registry.host())));

        assertThat(releases.lookup(image("4.17.3")).version()).isEqualTo("4.17.3");
    }

    @Test
    void mirrors_are_asked_before_the_source() {
        release("4.17.3", "4.17.3", "amd64");
        String image = "unreachable.invalid/original/release:4.17.3";
        RegistryReleases releases = builder()
                .timeout(Duration.ofSeconds(5))
                .mirrors("unreachable.invalid/original", List.of(registry.host() + "/empty", registry.host() + "/ocp"))
                .build();

        assertThat(releases.lookup(image).version()).isEqualTo("4.17.3");
        assertThat(releases.lookup(image).image()).isEqualTo(image);
    }

    @Test
    void an_image_that_is_nowhere_tells_of_every_place_it_was_looked_for() {
        RegistryReleases releases = builder()
                .mirrors(registry.host() + "/ocp", List.of(registry.host() + "/mirror"))
                .build();

        assertThatThrownBy(() -> releases.lookup(image("4.17.3")))
                .isInstanceOf(ReleaseNotFoundException.class)
                .hasMessageStartingWith(
                        "image " + image("4.17.3") + " was found neither in its mirrors nor at its source: ")
                .hasMessageContaining(registry.host()
                        + "/mirror/release:4.17.3 cannot be read: the registry does not have" + " manifests/4.17.3");
    }

    @Test
    void a_failure_is_not_tried_again_at_once_but_soon() {
        RegistryReleases releases = builder().build();
        assertThatThrownBy(() -> releases.lookup(image("4.17.3"))).isInstanceOf(ReleaseNotFoundException.class);
        assertThatThrownBy(() -> releases.lookup(image("4.17.3"))).isInstanceOf(ReleaseNotFoundException.class);
        assertThat(registry.requests).hasSize(1);

        release("4.17.3", "4.17.3", "amd64");
        now = now.plusSeconds(31);

        assertThat(releases.lookup(image("4.17.3")).version()).isEqualTo("4.17.3");
    }

    private String problem(ReleaseCatalogue releases, String image) {
        try {
            return "no problem: " + releases.lookup(image);
        } catch (ReleaseNotFoundException e) {
            return String.valueOf(e.getMessage());
        }
    }

    @Test
    void refusals_say_what_to_see_to() {
        release("4.17.3", "4.17.3", "amd64");
        registry.door = TestRegistry.Door.PASSWORD;
        assertThat(problem(builder().build(), image("4.17.3")))
                .isEqualTo("image " + image("4.17.3")
                        + " cannot be read: the registry wants a password, and the pull secret" + " has no entry for "
                        + registry.host());
        registry.door = TestRegistry.Door.TOKEN;
        assertThat(problem(builder().build(), image("4.17.3")))
                .contains("answered 401; the pull secret has no entry for " + registry.host());
        String wrong =
                TestRegistry.pullSecret(registry.host()).replaceAll("\"auth\": \"[^\"]*\"", "\"auth\": \"eDp5\"");
        assertThat(problem(builder().build().with(withPullSecret(wrong)), image("4.17.3")))
                .contains("see whether the pull secret's entry is valid")
                .doesNotContain("eDp5");
    }

    @ParameterizedTest
    @CsvSource({
        "403, refuses manifests/4.17.3; see whether the pull secret has an entry",
        "404, does not have manifests/4.17.3",
        "429, has been asked too often",
        "500, answered 500 to manifests/4.17.3"
    })
    void every_failure_of_the_registry_is_told(int status, String reason) {
        registry.failure = status;

        assertThat(problem(builder().build(), image("4.17.3"))).contains("the registry " + reason);
    }

    @Test
    void a_registry_that_falls_silent_is_not_waited_for() {
        release("4.17.3", "4.17.3", "amd64");
        registry.stalls = true;

        assertThat(problem(builder().timeout(Duration.ofMillis(200)).build(), image("4.17.3")))
                .contains("cannot be read");
    }

    @Test
    void a_registry_that_is_not_there_is_named() {
        registry.close();

        assertThat(problem(builder().build(), image("4.17.3"))).contains(registry.host() + " cannot be reached");
    }

    @Test
    void an_image_that_is_no_release_is_told_so() {
        registry.image(
                REPOSITORY, "other", JsonObject.of("architecture", "amd64"), TestRegistry.layer(Map.of("a", "b")));

        assertThat(problem(builder().build(), image("other")))
                .contains("it has no release-manifests/image-references, so it is not an OpenShift release");
    }

    @Test
    void a_blob_that_is_not_what_its_digest_says_is_refused() {
        release("4.17.3", "4.17.3", "amd64");
        String digest = registry.blob(REPOSITORY, "{\"architecture\":\"amd64\"}".getBytes(StandardCharsets.UTF_8));
        registry.replace(REPOSITORY, digest, new byte[] {'{', '}'});

        assertThat(problem(builder().build(), image("4.17.3"))).contains("was damaged on its way");
    }

    @Test
    void a_layer_that_is_not_what_its_digest_says_is_refused() {
        release("4.17.3", "4.17.3", "amd64");
        byte[] layer = TestRegistry.layer(files("4.17.3"));
        registry.replace(REPOSITORY, registry.blob(REPOSITORY, layer), TestRegistry.layer(files("4.17.9")));

        assertThat(problem(builder().build(), image("4.17.3"))).contains("it was damaged on its way");
    }

    @Test
    void a_name_that_is_none_is_told_so() {
        assertThat(problem(builder().build(), "ocp-release"))
                .startsWith("\"ocp-release\" is not the name of an image; give host/repository:tag");
    }

    @Test
    void options_that_make_no_sense_are_refused() {
        assertThatThrownBy(() -> RegistryReleases.builder().timeout(Duration.ZERO))
                .isInstanceOf(HcpException.class);
        assertThatThrownBy(() -> RegistryReleases.builder().mirrors("quay.io", List.of()))
                .isInstanceOf(HcpException.class);
        assertThatThrownBy(() -> new RegistryCredentials("not JSON"))
                .hasMessageStartingWith("the pull secret is not JSON")
                .hasNoCause();
    }
}
