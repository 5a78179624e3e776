package dev.hcp.samples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.client.HcpClient;
import dev.hcp.client.status.StatusCondition;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program against a management cluster behind a port, whose time runs fast. Each test has clusters of its own. */
class EndToEndTest {
    private static final String RELEASE = "quay.io/openshift-release-dev/ocp-release:4.17.0-x86_64";
    private static final String NEWER = "quay.io/openshift-release-dev/ocp-release:4.17.1-x86_64";
    private static final double FAST = 600;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private static Path shared;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static ServedSimulator management;

    @TempDir
    private Path directory;

    @BeforeAll
    static void start() throws IOException {
        management = ServedSimulator.start(shared);
        management.simulator().pace(FAST);
        Files.writeString(shared.resolve("pull.json"), "{\"auths\":{\"quay.io\":{\"auth\":\"dGVzdDp0ZXN0\"}}}");
    }

    @AfterAll
    static void stop() {
        management.close();
    }

    private static Map<String, String> environment() {
        return Map.of("KUBECONFIG", management.kubeconfig().toString());
    }

    /** Runs a command that goes well; words are parted by blanks. */
    private static Run hcp(String line) {
        Run run = any(line);
        assertThat(run.code()).as(line + "\n" + run.out() + run.err()).isZero();
        return run;
    }

    private static Run any(String line) {
        return Run.in(environment(), line.split(" "));
    }

    private static Run create(String line) {
        return hcp("create cluster " + line + " --pull-secret " + shared.resolve("pull.json") + " --release-image "
                + RELEASE);
    }

    private static List<String> rowOf(String name, Run table) {
        return table.out()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .findFirst()
                .map(line -> List.of(line.trim().split(" {2,}")))
                .orElseThrow(() -> new AssertionError("no row of " + name + " in\n" + table.out()));
    }

    @Test
    void a_kubevirt_cluster_is_created_grown_upgraded_and_destroyed() {
        Run created = create("kubevirt --name demo --node-pool-replicas 1 --wait --timeout 2m");
        assertThat(created.out()).isEqualTo("hosted cluster clusters/demo is complete\n");
        assertThat(created.err().lines())
                .containsSubsequence(
                        "HostedCluster demo applied",
                        "demo: the control plane is available",
                        "demo: the version is complete");
        assertThat(rowOf("demo", hcp("get clusters demo"))).contains("4.17.0", "Completed", "True");

        hcp("create nodepool kubevirt --cluster-name demo --name demo-extra --node-count 1");
        assertThat(hcp("scale nodepool demo --replicas 2").out()).isEqualTo("NodePool demo shall have 2 nodes\n");
        assertThat(rowOf("demo", hcp("get nodepools"))).containsSequence("demo", "demo", "2");
        assertThat(hcp("scale nodepool demo-extra --replicas 0").out())
                .contains("shall have no nodes; to go back: hcp scale nodepool demo-extra --namespace clusters"
                        + " --replicas 1");

        assertThat(hcp("upgrade demo --to " + NEWER + " --dry-run").out())
                .contains("1. hosted cluster demo: from 4.17.0 to 4.17.1", "2. node pool demo:");
        Run upgraded = hcp("upgrade demo --to " + NEWER + " --yes --wait --timeout 2m");
        assertThat(upgraded.err().lines()).contains("demo: upgrading to 4.17.1");
        assertThat(rowOf("demo", hcp("get clusters"))).contains("4.17.1", "Completed");
        assertThat(rowOf("demo-extra", hcp("get nodepools"))).contains("4.17.1");

        assertThat(hcp("status demo").out()).contains("hosted cluster clusters/demo on KubeVirt", "demo-extra");
        JsonObject status = Json.parseObject(hcp("status demo --output json").out());
        assertThat(status.text("platform")).isEqualTo("KubeVirt");
        assertThat(status.array("versions").object(0).text("version")).isEqualTo("4.17.1");
        assertThat(hcp("create kubeconfig --name demo").out()).contains("kind: Config");

        hcp("destroy nodepool --name demo-extra");
        assertThat(hcp("destroy cluster kubevirt --name demo --cluster-grace-period 2m")
                        .out())
                .isEqualTo("hosted cluster clusters/demo is gone\n");
        assertThat(exists("demo")).isFalse();
    }

    @Test
    void a_cluster_without_platform_is_created_and_destroyed() {
        create("none --name bare --external-api-server-address api.example.com --node-pool-replicas=-1");

        assertThat(rowOf("bare", hcp("get clusters"))).contains("Partial");
        hcp("destroy cluster none --name bare --cluster-grace-period 2m");
        assertThat(exists("bare")).isFalse();
    }

    @Test
    void an_agent_cluster_is_shown_waiting_for_agents() {
        management.addNamespace("agents");
        create("agent --name metal --agent-namespace agents --node-pool-replicas 2");
        HcpClient client = HcpClient.of(management.simulator().kubernetesClient());
        client.hostedCluster("clusters", "metal").awaitAvailable(Duration.ofMinutes(1));
        client.nodePool("clusters", "metal")
                .await(
                        "have machines that wait",
                        pool -> StatusCondition.isFalse(StatusCondition.of(pool), "AllMachinesReady"),
                        Duration.ofMinutes(1));

        assertThat(rowOf("metal", hcp("get nodepools"))).containsSequence("metal", "metal", "2", "0");
        assertThat(hcp("status metal").out())
                .containsPattern("metal +2 +0 ")
                .contains("AllMachinesReady", "Provisioning");
        Run diagnosed = any("diagnose metal");
        assertThat(diagnosed.code()).isEqualTo(ExitCodes.FAILED);
        assertThat(diagnosed.out()).contains("there are no agents in namespace agents");
        JsonObject report = Json.parseObject(any("diagnose metal --output json").out());
        assertThat(report.isTrue("healthy")).isFalse();
        assertThat(report.array("findings").object(0).text("section")).startsWith("12.3.");
        assertThat(hcp("get agents --namespace agents").out()).isEqualTo("No resources found\n");

        hcp("destroy cluster agent --name metal --cluster-grace-period 2m");
        assertThat(exists("metal")).isFalse();
    }

    @Test
    void a_cluster_is_watched_until_it_is_gone() throws Exception {
        create("none --name seen --external-api-server-address api.example.com");
        PipedWriter told = new PipedWriter();
        try (BufferedReader lines = new BufferedReader(new PipedReader(told, 1 << 20))) {
            StringWriter err = new StringWriter();
            Streams streams = new Streams(
                    new BufferedReader(Reader.nullReader()), new PrintWriter(told), new PrintWriter(err), false);
            FutureTask<Integer> watch =
                    new FutureTask<>(() -> Hcp.run(streams, environment(), "status", "seen", "--watch"));
            new Thread(watch, "watch").start();

            assertThat(lines.readLine()).startsWith("hosted cluster clusters/seen on None");
            hcp("scale nodepool seen --replicas 3");
            readTo(lines, "[0-9:]+ node pool seen: 0 of 3 nodes.*");
            hcp("destroy cluster none --name seen --cluster-grace-period 2m");

            assertThat(watch.get()).isEqualTo(ExitCodes.OK);
            assertThat(err).hasToString("hosted cluster clusters/seen is gone\n");
        }
        assertThat(any("status seen --watch").code()).isEqualTo(ExitCodes.NOT_FOUND);
        assertThat(any("status seen --timeout 5s").err()).contains("--timeout is for --watch");
    }

    /** Reads on to the first line like that, which has to come. */
    private static void readTo(BufferedReader lines, String pattern) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.matches(pattern)) {
                return;
            }
        }
        throw new AssertionError("there was no line like " + pattern);
    }

    @Test
    void an_upgrade_has_to_be_confirmed() {
        create("kubevirt --name asked --node-pool-replicas 1 --wait --timeout 2m");
        String upgrade = "upgrade asked --control-plane-only --to " + NEWER;

        Run refused = any(upgrade);
        assertThat(refused.code()).isEqualTo(ExitCodes.USAGE);
        assertThat(refused.err()).contains("--dry-run", "--yes");
        Run declined = Run.answered("n\n", environment(), upgrade.split(" "));
        assertThat(declined.code()).isEqualTo(ExitCodes.FAILED);
        assertThat(declined.err()).contains("1. hosted cluster asked", "[y/N]", "nothing was changed");
        assertThat(image("asked")).isEqualTo(RELEASE);
        Run confirmed = Run.answered("y\n", environment(), upgrade.split(" "));
        assertThat(confirmed.code()).as(confirmed.err()).isZero();
        assertThat(image("asked")).isEqualTo(NEWER);

        Run impossible = any("upgrade asked --yes --to quay.io/openshift-release-dev/ocp-release:4.19.0-x86_64");
        assertThat(impossible.code()).isEqualTo(ExitCodes.USAGE);
        assertThat(impossible.err()).contains("4.19");
        hcp("destroy cluster kubevirt --name asked --cluster-grace-period 2m");
    }

    @Test
    void settings_of_clusters_and_node_pools_are_changed() throws IOException {
        create("kubevirt --namespace blue --name set");
        Path providers = file("providers.yaml", """
                - name: local
                  type: HTPasswd
                  mappingMethod: claim
                  htpasswd: {fileData: {name: users}}
                """);
        Path kubelet = file("kubelet.yaml", """
                apiVersion: machineconfiguration.openshift.io/v1
                kind: KubeletConfig
                metadata: {name: pods}
                spec: {kubeletConfig: {maxPods: 100}}
                """);

        assertThat(hcp("get updates set -n blue").out()).contains("hcp set cluster set --namespace blue --channel");
        assertThat(hcp("set cluster set -n blue --channel stable-4.17 --identity-providers " + providers)
                        .out())
                .isEqualTo(
                        "HostedCluster set has the channel stable-4.17\nHostedCluster set has 1 identity provider\n");
        assertThat(Json.parseObject(hcp("get clusters set -n blue -o json").out())
                        .array("spec", "configuration", "oauth", "identityProviders")
                        .object(0)
                        .text("htpasswd", "fileData", "name"))
                .isEqualTo("users");
        JsonObject pool = Json.parseObject(
                hcp("set nodepool set -n blue --auto-repair --drain-timeout 90s --config pods=" + kubelet + " -o json")
                        .out());
        assertThat(pool.isTrue("spec", "management", "autoRepair")).isTrue();
        assertThat(pool.text("spec", "nodeDrainTimeout")).isEqualTo("1m30s");
        assertThat(pool.array("spec", "config").object(0).text("name")).isEqualTo("pods");
        assertThat(hcp("set nodepool set -n blue --remove-config pods").out())
                .isEqualTo("NodePool set has no configuration pods\n");
        assertThat(any("set nodepool set -n blue").err()).contains("nothing to set", "--auto-repair");

        hcp("autoscale nodepool set -n blue --min 1 --max 3");
        Run scaled = any("scale nodepool set -n blue --replicas 2");
        assertThat(scaled.code()).isEqualTo(ExitCodes.USAGE);
        assertThat(scaled.err()).contains("hcp autoscale nodepool set --namespace blue --off --replicas 2");
        hcp("autoscale nodepool set -n blue --off --replicas 2");
        assertThat(any("autoscale nodepool set -n blue --min 1").code()).isEqualTo(ExitCodes.USAGE);

        assertThat(hcp("pause set -n blue --output yaml").out()).contains("pausedUntil: \"true\"");
        assertThat(hcp("resume set -n blue --output yaml").out()).doesNotContain("pausedUntil");
        assertThat(hcp("pause nodepool set -n blue --until 2040-01-01T00:00:00Z")
                        .out())
                .isEqualTo("NodePool set is paused until 2040-01-01T00:00:00Z\n");
        assertThat(hcp("resume nodepool set -n blue -o yaml").out()).doesNotContain("pausedUntil");
        assertThat(any("pause pool set -n blue").err()).contains("'pool' is neither cluster nor nodepool");
        assertThat(any("pause set -n blue --until tomorrow").err()).contains("--until tomorrow is no time");
        assertThat(hcp("restart set -n blue").out()).contains("restart date");
        hcp("destroy cluster kubevirt --namespace blue --name set --cluster-grace-period 2m");
    }

    @Test
    void clusters_are_listed_of_all_namespaces_and_by_labels() {
        create("kubevirt --namespace green --name first");
        create("kubevirt --namespace red --name second");

        assertThat(hcp("get clusters -A").out().lines())
                .anyMatch(line -> line.startsWith("NAMESPACE"))
                .anyMatch(line -> line.matches("green +first .*"))
                .anyMatch(line -> line.matches("red +second .*"));
        assertThat(hcp("get nodepools -A -o yaml").out()).contains("kind: NodePool", "name: first", "name: second");
        management
                .simulator()
                .kubernetesClient()
                .resources(HostedCluster.class)
                .inNamespace("red")
                .withName("second")
                .patch(PatchContext.of(PatchType.JSON_MERGE), "{\"metadata\":{\"labels\":{\"team\":\"a\"}}}");
        assertThat(hcp("get hostedclusters -A -l team=a").out())
                .contains("second")
                .doesNotContain("first");
        assertThat(any("get clusters nobody -n red").code()).isEqualTo(ExitCodes.NOT_FOUND);
        assertThat(any("get clusters nobody -n red -o json").code()).isEqualTo(ExitCodes.NOT_FOUND);
        assertThat(any("get clusters -A -n red").code()).isEqualTo(ExitCodes.USAGE);
        assertThat(any("get clusters -l a=b=c").code()).isNotZero();
    }

    @Test
    void a_cluster_is_dumped_into_a_directory_or_an_archive_but_not_over_anything() throws IOException {
        create("kubevirt --namespace dumped --name box");
        Path target = directory.resolve("dump");
        Path archive = directory.resolve("dump.tar.gz");

        assertThat(hcp("dump box -n dumped --dir " + target).out()).contains("files in " + target);
        assertThat(hcp("dump box -n dumped --archive " + archive).out()).contains("files in " + archive);
        assertThat(target.resolve("status.txt")).exists();
        assertThat(entries(archive))
                .contains("box-dump/status.txt")
                .anyMatch(name -> name.length() > 100)
                .anyMatch(name -> name.endsWith("/hostedclusters.yaml"));

        Run again = any("dump box -n dumped --archive " + archive);
        assertThat(again.code()).isEqualTo(ExitCodes.USAGE);
        assertThat(again.err()).contains("it exists already");
        assertThat(archive).exists();
        assertThat(any("dump nobody -n dumped --archive " + directory.resolve("x.tgz"))
                        .code())
                .isEqualTo(ExitCodes.NOT_FOUND);
        assertThat(directory.resolve("x.tgz")).doesNotExist();
        assertThat(any("dump box -n dumped").err()).contains("--dir", "--archive");
    }

    /** Names of files in an archive, read by the format's description. */
    private static List<String> entries(Path archive) throws IOException {
        byte[] tar;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(archive))) {
            tar = in.readAllBytes();
        }
        List<String> names = new ArrayList<>();
        String longName = "";
        int at = 0;
        while (tar[at] != 0) {
            int size = Integer.parseInt(text(tar, at + 124, 12), 8);
            if (tar[at + 156] == 'L') {
                longName = text(tar, at + 512, size);
            } else {
                names.add(longName.isEmpty() ? text(tar, at, 100) : longName);
                longName = "";
            }
            at += 512 + (size + 511) / 512 * 512;
        }
        assertThat(tar.length - at).as("two empty blocks at the end").isEqualTo(1024);
        return names;
    }

    private static String text(byte[] bytes, int at, int most) {
        int length = 0;
        while (length < most && bytes[at + length] != 0) {
            length++;
        }
        return new String(bytes, at, length, StandardCharsets.UTF_8);
    }

    @Test
    void several_kubeconfigs_count_as_one() throws IOException {
        Path first = file("context", """
                kind: Config
                current-context: chosen
                contexts: [{name: chosen, context: {cluster: there, user: me}}]
                clusters: [{name: there, cluster: {server: "https://127.0.0.1:1", certificate-authority: ca.crt}}]
                """);
        String merged = first + ":" + directory.resolve("missing") + ":" + file("user", """
                kind: Config
                current-context: other
                contexts: [{name: other, context: {cluster: there, user: me}}]
                users: [{name: me, user: {token: t}}]
                """);
        Run named = Run.in(Map.of("KUBECONFIG", merged), "get", "clusters");
        assertThat(named.code()).isEqualTo(ExitCodes.USAGE);
        assertThat(named.err())
                .as("paths are relative to the file they are in")
                .contains("https://127.0.0.1:1", directory.resolve("ca.crt").toString());

        String works = file("empty", "kind: Config\n") + ":" + management.kubeconfig();
        assertThat(Run.in(Map.of("KUBECONFIG", works), "get", "clusters", "-A").code())
                .isZero();
        Run none = Run.in(
                Map.of("KUBECONFIG", file("a", "kind: Config\n") + ":" + file("b", "kind: Config\n")),
                "get",
                "clusters");
        assertThat(none.code()).isEqualTo(ExitCodes.USAGE);
        assertThat(none.err()).contains("use-context");
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content);
    }

    private static boolean exists(String name) {
        return any("get clusters " + name).code() == ExitCodes.OK;
    }

    private static String image(String name) {
        return String.valueOf(
                Json.parseObject(hcp("get clusters " + name + " -o json").out()).text("spec", "release", "image"));
    }
}
