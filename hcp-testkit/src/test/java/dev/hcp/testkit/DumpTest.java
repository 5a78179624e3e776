package dev.hcp.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hcp.api.HcpException;
import dev.hcp.client.HcpClient;
import dev.hcp.client.HostedClusterResource;
import dev.hcp.client.dump.ClusterDump;
import dev.hcp.simulator.Simulator;
import dev.hcp.simulator.apiserver.access.User;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a dump holds, and what it does not. */
@HcpTest
class DumpTest {
    /** Values of Secrets that are no secrets: certificates are in ConfigMaps and webhooks, too. */
    private static final Set<String> PUBLIC =
            Set.of("tls.crt", "ca.crt", "service-signer.crt", "id_rsa.pub", "ssh-publickey", "message", "release");

    @Test
    void a_dump_has_both_sides_and_no_secret(HcpClient hcp, KubernetesClient kubernetes, @TempDir Path temporary)
            throws IOException {
        HostedClusterResource demo = Clusters.complete(hcp, 1);
        kubernetes
                .resource(new ConfigMapBuilder()
                        .withNewMetadata()
                        .withNamespace("clusters")
                        .withName("careless")
                        .endMetadata()
                        .addToData(
                                "key.pem", "-----BEGIN RSA PRIVATE KEY-----\nc2VjcmV0\n-----END RSA PRIVATE KEY-----")
                        .addToData("config.json", "{\"auths\":{\"quay.io\":{\"auth\":\"dGVzdDp0ZXN0\"}}}")
                        .addToData("settings", "user: me\npassword: hunter2\n")
                        .addToData("link", "https://example.com/iso?image_token=abc123&x=1")
                        .build())
                .create();

        CARELESS.forEach(manifest -> kubernetes.resource(manifest).create());
        try (KubernetesClient guest = demo.guest()) {
            guest.resource(CARELESS_IN_THE_CLUSTER).create();
        }

        ClusterDump dump = demo.dump(temporary.resolve("dump"));

        Map<String, String> files = read(dump);
        assertThat(dump.problems()).isEmpty();
        assertThat(files.values()).noneMatch(text -> text.contains("canary"));
        assertThat(files.values().stream().filter(text -> text.contains("careless")))
                .as("files with what is careless")
                .hasSizeGreaterThanOrEqualTo(6);
        assertThat(files.keySet())
                .contains(
                        "status.txt",
                        "management/cluster-scoped-resources/core/nodes.yaml",
                        "management/namespaces/clusters/hypershift.openshift.io/hostedclusters.yaml",
                        "management/namespaces/clusters/hypershift.openshift.io/nodepools.yaml",
                        "management/namespaces/clusters-demo/apps/deployments.yaml",
                        "management/namespaces/clusters-demo/cluster.x-k8s.io/machines.yaml",
                        "management/namespaces/clusters-demo/core/events.yaml",
                        "management/namespaces/clusters-demo/kubevirt.io/virtualmachines.yaml",
                        "hosted/cluster-scoped-resources/core/nodes.yaml",
                        "hosted/cluster-scoped-resources/config.openshift.io/clusteroperators.yaml",
                        "hosted/namespaces/all/core/configmaps.yaml")
                .noneMatch(name -> name.contains("secrets"));
        assertThat(files.get("management/namespaces/clusters/core/configmaps.yaml"))
                .contains("careless", "[removed]", "user: me", "https://example.com/iso?image_token=[removed]&x=1")
                .doesNotContain("c2VjcmV0", "hunter2", "abc123", "dGVzdDp0ZXN0");
        assertThat(leaks(kubernetes.secrets().inAnyNamespace().list().getItems(), files))
                .isEmpty();
        try (KubernetesClient guest = demo.guest()) {
            assertThat(leaks(guest.secrets().inAnyNamespace().list().getItems(), files))
                    .isEmpty();
        }
    }

    @Test
    void what_may_not_be_read_is_a_problem_and_the_rest_is_dumped(@TempDir Path temporary) throws IOException {
        try (Simulator guarded = Simulator.builder().roleBasedAccess().start();
                KubernetesClient administrator = guarded.kubernetesClient();
                KubernetesClient alice = guarded.transport()
                        .as(User.authenticated("alice", "1", List.of(), Map.of()))
                        .client()) {
            Clusters.begun(HcpClient.of(administrator), 0);
            administrator.resource(READER).create();
            administrator.resource(READER_IS_ALICE).create();

            ClusterDump dump =
                    HcpClient.of(alice).hostedCluster("clusters", "demo").dump(temporary.resolve("dump"));

            assertThat(read(dump).keySet())
                    .contains(
                            "management/namespaces/clusters/hypershift.openshift.io/hostedclusters.yaml",
                            "problems.txt")
                    .doesNotContain("management/cluster-scoped-resources/core/nodes.yaml");
            assertThat(dump.problems())
                    .anyMatch(problem -> problem.contains("/api/v1/nodes") && problem.contains("alice"));
        }
    }

    @Test
    void only_the_owner_can_read_a_dump(HcpClient hcp, @TempDir Path temporary) throws IOException {
        ClusterDump dump = Clusters.begun(hcp, 1).dump(temporary.resolve("dump"));

        for (Path file : dump.files()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(dump.directory())))
                .isEqualTo("rwx------");
        assertThat(Files.readString(dump.directory().resolve("status.txt")))
                .contains("the hosted cluster could not be asked: ");
    }

    @Test
    void a_dump_does_not_mix_with_what_is_there(HcpClient hcp, @TempDir Path temporary) throws IOException {
        HostedClusterResource demo = Clusters.begun(hcp, 1);
        Files.writeString(temporary.resolve("mine"), "");

        assertThatThrownBy(() -> demo.dump(temporary))
                .isInstanceOf(HcpException.class)
                .hasMessageContaining("it is not empty; choose another directory");
        assertThatThrownBy(() -> demo.dump(temporary.resolve("mine")))
                .isInstanceOf(HcpException.class)
                .hasMessageContaining("choose a directory");
    }

    /** Objects that hold what belongs into Secrets. */
    private static final List<String> CARELESS = List.of("""
            apiVersion: agent-install.openshift.io/v1beta1
            kind: InfraEnv
            metadata:
              name: careless
              namespace: clusters-demo
            spec:
              ignitionConfigOverride: '{"passwd":{"users":[{"name":"core","passwordHash":"canary"}]}}'
              proxy:
                httpProxy: http://me:canary@proxy.example.com
              pullSecretRef:
                name: pull
            """, """
            apiVersion: agent-install.openshift.io/v1beta1
            kind: Agent
            metadata:
              name: careless
              namespace: clusters-demo
            spec:
              approved: false
              ignitionEndpointHTTPHeaders:
                Authorization: Bearer canary
              role: worker
            """, """
            apiVersion: kubevirt.io/v1
            kind: VirtualMachine
            metadata:
              name: careless
              namespace: clusters-demo
            spec:
              runStrategy: Halted
              template:
                spec:
                  domain:
                    devices: {}
                  volumes:
                  - name: cloudinit
                    cloudInitNoCloud:
                      userData: canary
            """, """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              annotations:
                example.com/api-token: canary
              name: careless
              namespace: clusters-demo
            spec:
              replicas: 0
              selector:
                matchLabels:
                  app: careless
              template:
                metadata:
                  labels:
                    app: careless
                spec:
                  containers:
                  - args: ["--password", "canary", "--secret=canary"]
                    env:
                    - name: DB_PASSWORD
                      value: canary
                    image: quay.io/example/careless:1
                    name: careless
            """, """
            apiVersion: route.openshift.io/v1
            kind: Route
            metadata:
              name: careless
              namespace: clusters-demo
            spec:
              tls:
                key: |
                  -----BEGIN PRIVATE KEY-----
                  canary
                  -----END PRIVATE KEY-----
                termination: edge
              to:
                kind: Service
                name: careless
            """, """
            apiVersion: v1
            kind: Pod
            metadata:
              name: careless
              namespace: clusters
            spec:
              containers:
              - command: ["sh", "-c", "curl http://me:canary@example.com"]
                image: quay.io/example/careless:1
                name: careless
            """);

    private static final String CARELESS_IN_THE_CLUSTER = """
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: careless
              namespace: default
            data:
              aws: |
                aws_secret_access_key = canary
              password: canary
            """;

    private static final String READER = """
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRole
            metadata:
              name: reader
            rules:
            - apiGroups: [""]
              resources: ["pods", "services", "namespaces"]
              verbs: ["get", "list"]
            - apiGroups: ["hypershift.openshift.io", "cluster.x-k8s.io", "route.openshift.io", "apps", "kubevirt.io"]
              resources: ["*"]
              verbs: ["get", "list"]
            """;

    private static final String READER_IS_ALICE = """
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRoleBinding
            metadata:
              name: reader
            roleRef:
              apiGroup: rbac.authorization.k8s.io
              kind: ClusterRole
              name: reader
            subjects:
            - apiGroup: rbac.authorization.k8s.io
              kind: User
              name: alice
            """;

    private static Map<String, String> read(ClusterDump dump) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        for (Path file : dump.files()) {
            files.put(dump.directory().relativize(file).toString(), Files.readString(file));
        }
        return files;
    }

    /** Secrets whose values are in a file, plainly or encoded. */
    private static Set<String> leaks(List<Secret> secrets, Map<String, String> files) {
        String all = files.values().stream().collect(Collectors.joining("\n"));
        Set<String> leaks = new TreeSet<>();
        for (Secret secret : secrets) {
            Map<String, String> data = secret.getData() == null ? Map.of() : secret.getData();
            data.forEach((key, encoded) -> {
                String plain = new String(Base64.getDecoder().decode(encoded), StandardCharsets.ISO_8859_1).strip();
                boolean certificate = PUBLIC.contains(key) || plain.startsWith("-----BEGIN CERTIFICATE");
                if (!certificate && plain.length() >= 12 && (all.contains(plain) || all.contains(encoded))) {
                    leaks.add(secret.getMetadata().getNamespace() + "/"
                            + secret.getMetadata().getName() + " " + key);
                }
            });
        }
        return leaks;
    }
}
