package dev.hcp.simulator.kubectl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.simulator.apiserver.ApiServer;
import dev.hcp.simulator.apiserver.ApiServerOptions;
import dev.hcp.simulator.apiserver.Identifiers;
import dev.hcp.simulator.transport.GuestApis;
import dev.hcp.simulator.transport.ServedApis;
import dev.hcp.simulator.transport.http.HttpApiServer;
import dev.hcp.simulator.transport.http.ServerSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands of kubectl that make objects out of flags. They send them as protobuf. */
@Tag("kubectl")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KubectlCreateTest {
    private HttpApiServer server;
    private Kubectl kubectl;

    @BeforeAll
    void start(@TempDir Path home) throws IOException {
        server = HttpApiServer.listen(ServerSettings.loopback("test-token"));
        Instant now = Instant.parse("2026-01-01T10:00:00Z");
        server.serve(
                new ServedApis(new ApiServer(ApiServerOptions.of(() -> now, Identifiers.seeded(1))), GuestApis.NONE));
        kubectl = new Kubectl(home, server.kubeconfig());
    }

    @AfterAll
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            namespace farm                                                | namespace/farm                              | {.status.phase}                                        | Active
            configmap seeds --from-literal=tomato=red                     | configmap/seeds                             | {.data.tomato}                                         | red
            secret generic key --from-literal=a=b                         | secret/key                                  | {.data.a} {.type}                                      | Yg== Opaque
            serviceaccount gardener                                       | serviceaccount/gardener                     | {.metadata.name}                                       | gardener
            deployment web --image=web:1 --replicas=0 --port=80           | deployment.apps/web                         | {.spec.replicas} {.spec.template.spec.containers[0].ports[0].containerPort} | 0 80
            job once --image=busybox -- date                              | job.batch/once                              | {.spec.template.spec.containers[0].command[0]} {.spec.suspend} | date false
            cronjob often --image=busybox --schedule='*/1 * * * *'        | cronjob.batch/often                         | {.spec.schedule}                                       | */1 * * * *
            role reader --verb=get,list --resource=pods                   | role.rbac.authorization.k8s.io/reader       | {.rules[0].verbs}                                      | ["get","list"]
            rolebinding readers --role=reader --serviceaccount=a:b        | rolebinding.rbac.authorization.k8s.io/readers | {.subjects[0].namespace}                             | a
            clusterrole all --verb=* --resource=*                         | clusterrole.rbac.authorization.k8s.io/all   | {.rules[0].resources}                                  | ["*"]
            service clusterip svc --tcp=80:8080                           | service/svc                                 | {.spec.ports[0].targetPort}                            | 8080
            service externalname ext --external-name=example.com          | service/ext                                 | {.spec.externalName}                                   | example.com
            poddisruptionbudget pdb --selector=a=b --min-available=50%    | poddisruptionbudget.policy/pdb              | {.spec.minAvailable}                                   | 50%
            ingress in --rule=example.com/*=svc:80                        | ingress.networking.k8s.io/in                | {.spec.rules[0].http.paths[0].backend.service.port.number} | 80
            priorityclass high --value=1000                               | priorityclass.scheduling.k8s.io/high        | {.value}                                               | 1000
            """)
    void create_makes_what_the_flags_say(String command, String created, String path, String value) {
        String[] words = ("create " + command + " ").split(" (?=(?:[^']*'[^']*')*[^']*$)");
        for (int i = 0; i < words.length; i++) {
            words[i] = words[i].replace("'", "");
        }
        assertThat(kubectl.run(words)).isEqualTo(created + " created\n");
        assertThat(kubectl.run("get", created, "-o", "jsonpath=" + path)).isEqualTo(value);
    }

    @Test
    void a_second_creation_and_a_dry_run_leave_what_there_is() {
        kubectl.run("create", "configmap", "twice", "--from-literal=a=1");
        Kubectl.Result second = kubectl.attempt("", "create", "configmap", "twice", "--from-literal=a=2");
        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.err()).isEqualTo("error: failed to create configmap: configmaps \"twice\" already exists\n");
        assertThat(kubectl.run("create", "configmap", "never", "--dry-run=server"))
                .isEqualTo("configmap/never created (server dry run)\n");
        assertThat(kubectl.attempt("", "get", "configmap", "never").exitCode()).isEqualTo(1);
    }

    @Test
    void permissions_can_be_asked_for() {
        assertThat(kubectl.run("auth", "can-i", "create", "pods")).isEqualTo("yes\n");
        assertThat(kubectl.run("auth", "whoami", "-o", "jsonpath={.status.userInfo.username}"))
                .isEqualTo("system:admin");
    }
}
