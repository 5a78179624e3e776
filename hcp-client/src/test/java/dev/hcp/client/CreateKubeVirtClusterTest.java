package dev.hcp.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.hcp.api.hypershift.AvailabilityPolicy;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.testing.Shared;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CreateKubeVirtClusterTest {
    private static final String PULL_SECRET = "{\"auths\":{\"quay.io\":{\"auth\":\"dGVzdDp0ZXN0\"}}}";

    private final KubernetesClient nowhere =
            new KubernetesClientBuilder().withConfig(Config.empty()).build();

    @Test
    void the_objects_come_in_the_order_in_which_they_can_be_created() {
        List<HasMetadata> resources = valid("demo").sshKey("ssh-ed25519 AAAA").resources();

        assertThat(resources)
                .extracting(r -> r.getKind() + "/" + r.getMetadata().getName())
                .containsExactly(
                        "Namespace/clusters",
                        "Secret/demo-pull-secret",
                        "Secret/demo-ssh-key",
                        "Secret/demo-etcd-encryption-key",
                        "HostedCluster/demo",
                        "NodePool/demo");
    }

    @Test
    void a_negative_number_of_nodes_makes_no_node_pool() {
        assertThat(valid("demo").nodePoolReplicas(-1).resources())
                .extracting(HasMetadata::getKind)
                .doesNotContain("NodePool");
    }

    @Test
    void infrastructure_identifier_and_encryption_key_are_random_unless_given() {
        JsonObject one = tree(valid("demo").resources(), "HostedCluster");
        JsonObject other = tree(valid("demo").resources(), "HostedCluster");

        assertThat(one.text("spec", "infraID")).matches("demo-[a-z0-9]{5}").isNotEqualTo(other.text("spec", "infraID"));
        JsonObject secret = Json.toTree(valid("demo").resources().get(2));
        assertThat(Base64.getDecoder().decode(secret.text("data", "key"))).hasSize(32);
    }

    @Test
    void everything_wrong_with_the_options_is_told_at_once_and_never_the_secret() {
        CreateKubeVirtCluster create = HcpClient.of(nowhere)
                .kubeVirtCluster("clusters", "Not A Label")
                .pullSecret("{\"auths\": hunter2}")
                .cores(0)
                .memory("lots")
                .rootVolumeSize(8)
                .etcdEncryptionKey(new byte[16]);

        assertThatThrownBy(create::resources)
                .isInstanceOfSatisfying(InvalidOptionsException.class, e -> assertThat(e.problems())
                        .hasSize(7)
                        .anyMatch(p -> p.startsWith("name 'Not A Label'"))
                        .anyMatch(p -> p.equals("releaseImage is required"))
                        .anyMatch(p -> p.equals("pullSecret is not JSON"))
                        .anyMatch(p -> p.startsWith("cores"))
                        .anyMatch(p -> p.startsWith("memory 'lots'"))
                        .anyMatch(p -> p.startsWith("rootVolumeSize"))
                        .anyMatch(p -> p.startsWith("etcdEncryptionKey")))
                .hasMessageNotContaining("hunter2");
    }

    static List<Path> recordedRenderings() {
        return Shared.files("golden/hcp-render", ".args").stream()
                .filter(file -> arguments(file).size() > 3
                        && arguments(file).subList(0, 3).equals(List.of("create", "cluster", "kubevirt")))
                .filter(file -> Files.exists(sibling(file, ".yaml")))
                .filter(file -> OPTIONS.containsAll(options(file).keySet()))
                .toList();
    }

    private static final List<String> OPTIONS = List.of(
            "--name",
            "--infra-id",
            "--pull-secret",
            "--release-image",
            "--node-pool-replicas",
            "--memory",
            "--cores",
            "--etcd-storage-class",
            "--base-domain",
            "--root-volume-size",
            "--control-plane-availability-policy",
            "--auto-repair",
            "--render",
            "--render-sensitive",
            "--namespace");

    @Tag("oracle")
    @ParameterizedTest
    @MethodSource("recordedRenderings")
    void the_objects_are_those_the_reference_tool_renders(Path recording) throws IOException {
        Map<String, String> options = options(recording);
        CreateKubeVirtCluster create = HcpClient.of(nowhere)
                .kubeVirtCluster(options.getOrDefault("--namespace", "clusters"), options.get("--name"))
                .pullSecret(PULL_SECRET)
                .releaseImage(options.get("--release-image"));
        options.forEach((option, value) -> {
            switch (option) {
                case "--infra-id" -> create.infraId(value);
                case "--node-pool-replicas" -> create.nodePoolReplicas(Integer.parseInt(value));
                case "--memory" -> create.memory(value);
                case "--cores" -> create.cores(Integer.parseInt(value));
                case "--etcd-storage-class" -> create.etcdStorageClass(value);
                case "--base-domain" -> create.baseDomain(value);
                case "--root-volume-size" -> create.rootVolumeSize(Integer.parseInt(value));
                case "--control-plane-availability-policy" ->
                    create.controlPlaneAvailability(AvailabilityPolicy.of(value));
                case "--auto-repair" -> create.autoRepair(true);
                default -> {}
            }
        });
        boolean sensitive = options.containsKey("--render-sensitive");

        List<JsonObject> ours = create.resources().stream()
                .map(Json::toTree)
                .filter(tree -> sensitive || !"Secret".equals(tree.text("kind")))
                .toList();
        List<JsonObject> theirs = documents(sibling(recording, ".yaml"));

        assertThat(ours)
                .extracting(t -> t.text("kind") + " " + t.text("metadata", "name"))
                .isEqualTo(theirs.stream()
                        .map(t -> t.text("kind") + " " + t.text("metadata", "name"))
                        .toList());
        for (int i = 0; i < theirs.size(); i++) {
            if (!"Namespace".equals(theirs.get(i).text("kind"))) {
                assertThat(ours.get(i).get("spec")).isEqualTo(theirs.get(i).get("spec"));
                assertThat(ours.get(i).object("data").keySet())
                        .isEqualTo(theirs.get(i).object("data").keySet());
            }
        }
    }

    private CreateKubeVirtCluster valid(String name) {
        return HcpClient.of(nowhere)
                .kubeVirtCluster("clusters", name)
                .releaseImage("quay.io/openshift-release-dev/ocp-release:4.17.0-x86_64")
                .pullSecret(PULL_SECRET);
    }

    private static JsonObject tree(List<HasMetadata> resources, String kind) {
        return resources.stream()
                .filter(r -> r.getKind().equals(kind))
                .map(Json::toTree)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> arguments(Path file) {
        try {
            return Arrays.asList(Files.readString(file).trim().split("\\s+"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> options(Path file) {
        List<String> arguments = arguments(file);
        Map<String, String> options = new TreeMap<>();
        for (int i = 3; i < arguments.size(); i++) {
            String option = arguments.get(i);
            int equals = option.indexOf('=');
            if (equals > 0) {
                options.put(option.substring(0, equals), option.substring(equals + 1));
            } else if (i + 1 < arguments.size() && !arguments.get(i + 1).startsWith("--")) {
                options.put(option, arguments.get(++i));
            } else {
                options.put(option, "");
            }
        }
        return options;
    }

    private static Path sibling(Path file, String suffix) {
        return file.resolveSibling(file.getFileName().toString().replace(".args", suffix));
    }

    private static List<JsonObject> documents(Path yaml) throws IOException {
        List<JsonObject> documents = new ArrayList<>();
        try (JsonParser parser = new YAMLFactory().createParser(Files.readString(yaml))) {
            while (parser.nextToken() != null) {
                if (Json.read(parser) instanceof JsonObject object) {
                    documents.add(object);
                }
            }
        }
        return documents;
    }
}
