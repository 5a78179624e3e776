package dev.hcp.samples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.json.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HcpTest {
    @TempDir
    private Path directory;

    /** Renders a cluster and gives the objects of a kind. */
    private static List<JsonObject> rendered(String kind, String... arguments) {
        List<String> words = new ArrayList<>(List.of("create", "cluster"));
        words.addAll(List.of(arguments));
        words.add("--render");
        Run run = Run.of(words.toArray(new String[0]));
        assertThat(run.code()).as(run.err()).isZero();
        return Yaml.documents(run.out(), 100).stream()
                .map(Yaml.Document::value)
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .filter(object -> kind.equals(object.text("kind")))
                .toList();
    }

    private static JsonObject spec(String kind, String... arguments) {
        return rendered(kind, arguments).get(0).object("spec");
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content);
    }

    @Test
    void alone_it_prints_its_help_and_fails_and_when_asked_for_help_it_does_not() {
        assertThat(Run.of()).satisfies(run -> {
            assertThat(run.code()).isEqualTo(1);
            assertThat(run.out()).contains("create", "destroy", "version");
        });
        assertThat(Run.of("create", "cluster").code()).isEqualTo(1);
        assertThat(Run.of("create", "cluster").out()).contains("kubevirt", "agent", "aws", "none");
        assertThat(Run.of("--help").code()).isZero();
        assertThat(Run.of("create", "cluster", "kubevirt", "--help").out())
                .contains("--infra-storage-class-mapping", "--kubeconfig")
                .doesNotContain("--agent-namespace");
    }

    @Test
    void an_unknown_option_is_refused_in_one_line() {
        Run run = Run.of("create", "cluster", "kubevirt", "--nmae", "x");

        assertThat(run.code()).isEqualTo(ExitCodes.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("hcp: ")
                .contains("no option --nmae; did you mean --name?")
                .contains("--help")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kubevirt --pausedUntil soon | --pausedUntil",
                "kubevirt --arch s390x | --arch",
                "kubevirt --wait | --node-pool-replicas",
                "kubevirt --annotations a | --annotations",
                "kubevirt --toleration key | --toleration",
                "kubevirt --toleration operator=Maybe | Maybe",
                "kubevirt --toleration effect=Now | Now",
                "kubevirt --toleration colour=red | colour",
                "kubevirt --infra-volumesnapshot-class-mapping bad | --infra-volumesnapshot-class-mapping",
                "kubevirt --infra-kubeconfig-file pom.xml | --infra-namespace",
                "kubevirt --cores 0 | --cores",
                "kubevirt --root-volume-size 15 | --root-volume-size",
                "kubevirt --root-volume-volume-mode Tape | --root-volume-volume-mode",
                "kubevirt --root-volume-cache-strategy Disk | --root-volume-cache-strategy",
                "kubevirt --network-multiqueue Maybe | --network-multiqueue",
                "kubevirt --qos-class Best | --qos-class",
                "kubevirt --memory lots | --memory",
                "kubevirt --attach-default-network=false | --attach-default-network",
                "kubevirt --additional-network ns/nad | --additional-network",
                "kubevirt --host-device-name gpu,count:0 | --host-device-name",
                "kubevirt --cluster-cidr 10.0.0.0 | --cluster-cidr",
                "kubevirt --default-dual --cluster-cidr 10.0.0.0/8 | --default-dual",
                "kubevirt --node-upgrade-type Sometimes | --node-upgrade-type",
                "kubevirt --olm-catalog-placement moon | --olm-catalog-placement",
                "kubevirt --node-drain-timeout 5 | --node-drain-timeout",
                "kubevirt --generate-ssh --ssh-key pom.xml | --generate-ssh",
                "kubevirt --pull-secret nowhere.json | nowhere.json",
                "kubevirt --service-publishing-strategy Pigeon | --service-publishing-strategy",
                "agent --pull-secret pom.xml | --agent-namespace",
                "agent --agent-namespace a | --pull-secret",
                "agent --agent-namespace a --pull-secret pom.xml --agentLabelSelector a!=b | --agentLabelSelector",
                "none --name x | --pull-secret",
                "aws --pull-secret pom.xml | --infra-json",
                "aws --pull-secret pom.xml --sts-creds x | --role-arn",
                "aws --pull-secret pom.xml --sts-creds x --role-arn r --aws-creds c | --aws-creds",
            })
    void what_cannot_be_rendered_is_refused_with_the_option_named_and_nothing_on_standard_output(
            String arguments, String named) {
        Run run = Run.of(("create cluster " + arguments + " --render").split(" "));

        assertThat(run.code()).isEqualTo(ExitCodes.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(named);
        assertThat(run.err().lines()).allMatch(line -> line.startsWith("hcp: "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gte clusters | there is no command 'hcp gte'; did you mean get? (see hcp --help)",
                "get nodepolls | there is no command 'hcp get nodepolls'; did you mean nodepools?",
                "frobnicate | there is no command 'hcp frobnicate' (see",
                "version now | 'now' is one argument too many (see hcp version --help)",
                "version --nmaespace=x | there is no option --nmaespace=x; did you mean --namespace?",
                "scale nodepool x --replicas two | '--replicas': 'two' is not a whole number",
                "scale nodepool x | Missing required option: '--replicas=N'",
                "dump x | --dir DIRECTORY or --archive FILE",
                "get clusters -o xml | '--output'",
                "pause pool x --simulate | 'pool' is neither cluster nor nodepool",
            })
    void what_was_mistyped_is_told_with_what_may_have_been_meant(String arguments, String message) {
        Run run = Run.of(arguments.split(" "));

        assertThat(run.code()).isEqualTo(ExitCodes.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("hcp: ").contains(message).hasLineCount(1);
    }

    @Test
    void help_marks_what_is_required_and_tells_common_options_apart() {
        String help = Run.of("scale", "nodepool", "--help").out();

        assertThat(help).containsPattern("\\* +--replicas=N").contains("(* required)", "Example");
        assertThat(help.indexOf("--replicas")).isLessThan(help.indexOf("Options of every command:"));
        assertThat(help.indexOf("--simulate")).isGreaterThan(help.indexOf("Options of every command:"));
    }

    @Test
    void all_problems_of_the_options_are_told_at_once_by_the_names_of_the_flags() {
        Run run = Run.of("create", "cluster", "kubevirt", "--name", "Bad_Name", "--cores", "0", "--memory", "x");

        assertThat(run.code()).isEqualTo(ExitCodes.USAGE);
        assertThat(run.err().lines())
                .anyMatch(line -> line.startsWith("hcp: --name 'Bad_Name' must be a DNS label"))
                .anyMatch(line -> line.startsWith("hcp: --cores must be 1 or more"))
                .anyMatch(line -> line.startsWith("hcp: --memory 'x'"))
                .anyMatch(line -> line.equals("hcp: --release-image is required"))
                .anyMatch(line -> line.equals("hcp: --pull-secret is required"));
    }

    @Test
    void options_of_the_control_plane_end_up_in_the_cluster() throws IOException {
        Path certificates = file("ca.crt", "-----BEGIN CERTIFICATE-----\n");
        JsonObject spec = spec(
                "HostedCluster",
                "kubevirt",
                "--fips",
                "--olm-catalog-placement",
                "Guest",
                "--olm-disable-default-sources",
                "--network-type=Calico",
                "--external-dns-domain",
                "dns.example",
                "--additional-trust-bundle",
                certificates.toString(),
                "--toleration",
                "Key=a,OPERATOR=equal,value=b,effect=noexecute,tolerationSeconds=60",
                "--service-cidr=172.30.0.0/16,fd00::/112",
                "--pausedUntil",
                "2030-01-01T00:00:00Z");

        assertThat(spec.isTrue("fips")).isTrue();
        assertThat(spec.text("olmCatalogPlacement")).isEqualTo("guest");
        assertThat(spec.isTrue("configuration", "operatorhub", "disableAllDefaultSources"))
                .isTrue();
        assertThat(spec.text("networking", "networkType")).isEqualTo("Calico");
        assertThat(spec.array("networking", "serviceNetwork")).hasSize(2);
        assertThat(spec.array("services").object(0).text("servicePublishingStrategy", "type"))
                .isEqualTo("Route");
        assertThat(spec.text("additionalTrustBundle", "name")).isEqualTo("user-ca-bundle");
        assertThat(spec.array("tolerations"))
                .isEqualTo(JsonArray.of(JsonObject.of(
                        "effect", "NoExecute",
                        "key", "a",
                        "operator", "Equal",
                        "tolerationSeconds", 60,
                        "value", "b")));
        assertThat(spec.text("pausedUntil")).isEqualTo("2030-01-01T00:00:00Z");
        assertThat(rendered("ConfigMap", "kubevirt", "--additional-trust-bundle", certificates.toString()))
                .singleElement()
                .satisfies(map -> assertThat(map.text("data", "ca-bundle.crt")).startsWith("-----BEGIN"));
    }

    @Test
    void options_of_the_nodes_end_up_in_the_node_pool() {
        JsonObject spec = spec(
                "NodePool",
                "kubevirt",
                "--node-pool-replicas",
                "3",
                "--auto-repair=true",
                "--node-upgrade-type",
                "inplace",
                "--node-drain-timeout",
                "90m",
                "--arch",
                "ppc64le",
                "--host-device-name",
                "nvidia.com/gpu,count:2",
                "--root-volume-access-modes",
                "ReadWriteMany,ReadWriteOnce",
                "--attach-default-network",
                "false",
                "--additional-network",
                "name:ns/nad");

        assertThat(spec.integer(0, "replicas")).isEqualTo(3);
        assertThat(spec.object("management")).isEqualTo(JsonObject.of("autoRepair", true, "upgradeType", "InPlace"));
        assertThat(spec.text("nodeDrainTimeout")).isEqualTo("1h30m0s");
        assertThat(spec.text("arch")).isEqualTo("ppc64le");
        assertThat(spec.array("platform", "kubevirt", "hostDevices"))
                .isEqualTo(JsonArray.of(JsonObject.of("count", 2, "deviceName", "nvidia.com/gpu")));
        assertThat(spec.array("platform", "kubevirt", "rootVolume", "persistent", "accessModes"))
                .isEqualTo(JsonArray.of("ReadWriteMany", "ReadWriteOnce"));
        assertThat(spec.get("platform")).isNotNull();
        assertThat(spec.isTrue("platform", "kubevirt", "attachDefaultNetwork")).isFalse();
        assertThat(rendered("NodePool", "kubevirt", "--node-pool-replicas=-1")).isEmpty();
    }

    @Test
    void a_device_without_a_count_is_passed_over_with_a_warning() {
        Run run = Run.of("create", "cluster", "kubevirt", "--host-device-name", "gpu", "--render");

        assertThat(run.code()).isZero();
        assertThat(run.out()).doesNotContain("hostDevices");
        assertThat(run.err()).contains("--host-device-name gpu has no effect");
    }

    @Test
    void a_cluster_without_platform_has_the_defaults_of_the_developer_tool() throws IOException {
        Path secret = file("pull.json", "{\"auths\":{}}");
        JsonObject byPort = spec(
                "HostedCluster",
                "none",
                "--pull-secret",
                secret.toString(),
                "--external-api-server-address",
                "api.example.com");
        JsonObject balanced =
                spec("HostedCluster", "none", "--pull-secret", secret.toString(), "--expose-through-load-balancer");

        assertThat(byPort.text("controllerAvailabilityPolicy")).isEqualTo("SingleReplica");
        assertThat(byPort.text("dns", "baseDomain")).isEqualTo("example.com");
        assertThat(byPort.array("services")).hasSize(5);
        assertThat(balanced.array("services")).hasSize(4);
    }

    @Test
    void aws_clusters_stand_on_what_files_tell_of_the_account() throws IOException {
        Path secret = file("pull.json", "{\"auths\":{}}");
        Path infra = file("infra.json", """
                {"region":"eu-west-1","infraID":"x-1","vpcID":"vpc-1","baseDomain":"example.com",
                 "zones":[{"name":"eu-west-1a","subnetID":"subnet-1"}]}
                """);
        Path iam = file("iam.json", "{\"profileName\":\"x-worker\",\"issuerURL\":\"https://issuer\",\"roles\":{}}");
        String[] arguments = {
            "aws",
            "--name",
            "x",
            "--pull-secret",
            secret.toString(),
            "--infra-json",
            infra.toString(),
            "--iam-json",
            iam.toString(),
            "--base-domain-prefix",
            "none",
            "--additional-tags",
            "a=b,c=d"
        };

        JsonObject spec = spec("HostedCluster", arguments);

        assertThat(spec.text("infraID")).isEqualTo("x-1");
        assertThat(spec.object("dns").get("baseDomainPrefix")).isEqualTo("");
        assertThat(spec.array("platform", "aws", "resourceTags")).hasSize(2);
        assertThat(spec.text("etcd", "managed", "storage", "persistentVolume", "storageClassName"))
                .isEqualTo("gp3-csi");
        assertThat(rendered("NodePool", arguments))
                .singleElement()
                .satisfies(pool -> assertThat(pool.text("metadata", "name")).isEqualTo("x-eu-west-1a"));
    }

    @Test
    void a_rendering_with_secrets_in_a_file_is_nobody_elses() throws IOException {
        Path file = directory.resolve("cluster.yaml");

        Run run = Run.of(
                "create",
                "cluster",
                "kubevirt",
                "--name",
                "demo",
                "--render-into",
                file.toString(),
                "--render-sensitive");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(Files.readString(file)).contains("kind: Secret");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void clusters_are_created_and_waited_for_on_a_simulated_management_cluster() throws IOException {
        Path secret = file("pull.json", "{\"auths\":{\"quay.io\":{\"auth\":\"dGVzdDp0ZXN0\"}}}");
        String[] arguments = {
            "create",
            "cluster",
            "kubevirt",
            "--simulate",
            "--name",
            "demo",
            "--pull-secret",
            secret.toString(),
            "--release-image",
            "quay.io/openshift-release-dev/ocp-release:4.17.0-x86_64",
            "--node-pool-replicas",
            "2",
            "--wait",
            "--timeout",
            "2h",
            "-o",
            "json"
        };

        Run run = Run.of(arguments);

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(Json.parseObject(run.out())
                        .array("status", "version", "history")
                        .object(0)
                        .text("state"))
                .isEqualTo("Completed");
        assertThat(run.err().lines())
                .contains("HostedCluster demo applied", "demo: etcd is available", "demo: the version is complete");
    }

    @Test
    void a_simulated_management_cluster_may_have_objects_beforehand() throws IOException {
        Path secret = file("pull.json", "{\"auths\":{\"quay.io\":{\"auth\":\"dGVzdDp0ZXN0\"}}}");
        Path cluster = directory.resolve("cluster.yaml");
        Run.of(
                "create",
                "cluster",
                "kubevirt",
                "--name",
                "demo",
                "--render-into",
                cluster.toString(),
                "--render-sensitive",
                "--pull-secret",
                secret.toString(),
                "--release-image",
                "quay.io/openshift-release-dev/ocp-release:4.17.0-x86_64");

        Run pool = Run.of(
                "create",
                "nodepool",
                "kubevirt",
                "--simulate-with",
                cluster.toString(),
                "--cluster-name",
                "demo",
                "--name",
                "extra");
        Run again = Run.of(
                "create",
                "nodepool",
                "kubevirt",
                "--simulate-with",
                cluster.toString(),
                "--cluster-name",
                "demo",
                "--name",
                "demo");
        Run missing = Run.of("create", "nodepool", "kubevirt", "--simulate", "--cluster-name", "demo", "--name", "x");
        Run destroyed =
                Run.of("destroy", "cluster", "kubevirt", "--simulate-with", cluster.toString(), "--name", "demo");
        Run mistaken = Run.of("destroy", "cluster", "agent", "--simulate-with", cluster.toString(), "--name", "demo");
        Run difference = Run.of(
                "create",
                "cluster",
                "kubevirt",
                "--simulate-with",
                cluster.toString(),
                "--name",
                "demo",
                "--diff",
                "--pull-secret",
                secret.toString(),
                "--node-pool-replicas",
                "4",
                "--release-image",
                "quay.io/openshift-release-dev/ocp-release:4.17.0-x86_64");

        assertThat(pool.out()).as(pool.err()).isEqualTo("NodePool extra created\n");
        assertThat(again.code()).isEqualTo(ExitCodes.CONFLICT);
        assertThat(missing.code()).isEqualTo(ExitCodes.NOT_FOUND);
        assertThat(missing.err()).contains("clusters/demo does not exist");
        assertThat(destroyed.out()).as(destroyed.err()).isEqualTo("hosted cluster clusters/demo is gone\n");
        assertThat(mistaken.code()).isEqualTo(ExitCodes.USAGE);
        assertThat(mistaken.err()).contains("hcp destroy cluster kubevirt");
        assertThat(difference.out()).as(difference.err()).contains("spec.replicas: 0 -> 4");
    }

    @Test
    void a_wait_that_takes_too_long_ends_with_the_last_known_state() throws IOException {
        Path secret = file("pull.json", "{\"auths\":{\"quay.io\":{\"auth\":\"dGVzdDp0ZXN0\"}}}");

        Run run = Run.of(
                "create",
                "cluster",
                "kubevirt",
                "--simulate",
                "--name",
                "demo",
                "--pull-secret",
                secret.toString(),
                "--release-image",
                "quay.io/openshift-release-dev/ocp-release:4.17.0-x86_64",
                "--node-pool-replicas",
                "1",
                "--wait",
                "--timeout",
                "2m");

        assertThat(run.code()).isEqualTo(ExitCodes.TIMEOUT);
        assertThat(run.err())
                .contains("did not complete its version within PT2M")
                .contains("Last seen:");
    }

    @Test
    void a_server_that_does_not_answer_has_an_exit_code_of_its_own() throws IOException {
        Path kubeconfig = file("kubeconfig", """
                apiVersion: v1
                kind: Config
                clusters: [{name: c, cluster: {server: "https://127.0.0.1:1"}}]
                contexts: [{name: x, context: {cluster: c, user: u}}]
                current-context: x
                users: [{name: u, user: {token: t}}]
                """);

        Run run = Run.in(Map.of("KUBECONFIG", kubeconfig.toString()), "create", "kubeconfig", "--name", "demo");

        assertThat(run.code()).isEqualTo(ExitCodes.UNREACHABLE);
        assertThat(run.err()).contains("does not answer").hasLineCount(1);
        assertThat(Run.in(Map.of("KUBECONFIG", "/nowhere"), "create", "kubeconfig")
                        .code())
                .isEqualTo(ExitCodes.USAGE);
        assertThat(Run.of("create", "kubeconfig", "--kubeconfig", "/nowhere").err())
                .contains("/nowhere: there is no such file");
    }

    @Test
    void versions_are_those_of_the_program_and_of_the_operator() {
        assertThat(Run.of("version", "--client-only").out()).contains("Latest supported OCP: 4.17.0");
        assertThat(Run.of("version", "--simulate").out())
                .contains("Server Version: ")
                .contains("Server Supports OCP Versions: 4.17, 4.16, 4.15, 4.14");
        assertThat(Run.of("version", "--simulate", "--namespace", "elsewhere").code())
                .isEqualTo(ExitCodes.NOT_FOUND);
    }

    @Test
    void every_command_has_a_line_of_help_and_completion() {
        String script = Run.of("completion").out();

        for (Commands.Entry entry : Commands.ALL) {
            assertThat(entry.summary()).endsWith(".");
            assertThat(script).contains(entry.words().get(entry.words().size() - 1));
        }
        assertThat(script).contains("--infra-storage-class-mapping").startsWith("#!");
    }
}
