package dev.hcp.simulator.kubectl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.simulator.apiserver.ApiServer;
import dev.hcp.simulator.apiserver.ApiServerOptions;
import dev.hcp.simulator.apiserver.Identifiers;
import dev.hcp.simulator.apiserver.access.Security;
import dev.hcp.simulator.transport.GuestApis;
import dev.hcp.simulator.transport.ServedApis;
import dev.hcp.simulator.transport.http.HttpApiServer;
import dev.hcp.simulator.transport.http.ServerSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What people do with kubectl about permissions. */
@Tag("kubectl")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KubectlAccessTest {
    private HttpApiServer server;
    private Kubectl admin;
    private Kubectl alice;
    private Path home;

    @BeforeAll
    void start(@TempDir Path directory) throws IOException {
        home = directory;
        server = HttpApiServer.listen(ServerSettings.loopback("test-token"));
        server.serve(new ServedApis(
                new ApiServer(ApiServerOptions.of(Instant::now, Identifiers.seeded(1))
                        .withSecurity(Security.OPEN.withRoles(true))),
                GuestApis.NONE));
        admin = new Kubectl(directory, server.kubeconfig());
        alice = new Kubectl(directory, server.kubeconfigFor("alice", List.of("developers")));
    }

    @AfterAll
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void everybody_can_ask_who_they_are() {
        assertThat(alice.run("auth", "whoami"))
                .containsPattern("Username +alice")
                .containsPattern("Groups +\\[developers system:authenticated]");
    }

    @Test
    void what_is_not_allowed_is_refused_until_a_role_is_bound() {
        Kubectl.Result refused = alice.attempt("", "get", "configmaps", "-n", "kube-public");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err())
                .isEqualTo("Error from server (Forbidden): configmaps is forbidden: User \"alice\" cannot list resource"
                        + " \"configmaps\" in API group \"\" in the namespace \"kube-public\"\n");
        admin.run("create", "rolebinding", "readers", "-n", "kube-public", "--clusterrole=view", "--group=developers");
        assertThat(alice.run("auth", "can-i", "list", "configmaps", "-n", "kube-public"))
                .isEqualTo("yes\n");
        assertThat(alice.attempt("", "get", "configmaps", "-n", "kube-public").exitCode())
                .isZero();
        assertThat(alice.attempt("", "auth", "can-i", "delete", "configmaps", "-n", "kube-public")
                        .out())
                .isEqualTo("no\n");
        assertThat(alice.run("auth", "can-i", "--list", "-n", "kube-public"))
                .containsPattern("configmaps +\\[] +\\[] +\\[get list watch]");
    }

    @Test
    void an_administrator_can_act_as_somebody_else() {
        assertThat(admin.run("auth", "whoami", "--as=bob", "--as-group=ops"))
                .containsPattern("Username +bob")
                .containsPattern("Groups +\\[ops system:authenticated]");
        assertThat(admin.attempt("", "get", "nodes", "--as=bob").err()).contains("User \"bob\" cannot list resource");
        assertThat(alice.attempt("", "get", "nodes", "--as=bob").err())
                .contains("User \"alice\" cannot impersonate resource \"users\"");
    }

    @Test
    void a_service_account_logs_in_with_its_token() throws IOException {
        admin.run("create", "namespace", "ci");
        admin.run("create", "serviceaccount", "builder", "-n", "ci");
        admin.run("create", "role", "makers", "-n", "ci", "--verb=create,get", "--resource=configmaps");
        admin.run("create", "rolebinding", "makers", "-n", "ci", "--role=makers", "--serviceaccount=ci:builder");
        String token = admin.run("create", "token", "builder", "-n", "ci", "--duration=1h")
                .strip();
        Kubectl builder = new Kubectl(home, server.kubeconfig().replace("'test-token'", "'" + token + "'"));
        assertThat(builder.run("auth", "whoami")).containsPattern("Username +system:serviceaccount:ci:builder");
        assertThat(builder.run("create", "configmap", "made", "-n", "ci")).isEqualTo("configmap/made created\n");
        assertThat(builder.attempt("", "delete", "configmap", "made", "-n", "ci")
                        .err())
                .contains("User \"system:serviceaccount:ci:builder\" cannot delete resource \"configmaps\"");
    }

    @Test
    void roles_are_reconciled_by_those_who_hold_them() {
        admin.run("create", "namespace", "team");
        admin.run("create", "rolebinding", "lead", "-n", "team", "--clusterrole=admin", "--user=alice");
        assertThat(alice.run("create", "role", "pods", "-n", "team", "--verb=get", "--resource=pods"))
                .isEqualTo("role.rbac.authorization.k8s.io/pods created\n");
        assertThat(alice.attempt("", "create", "role", "nodes", "-n", "team", "--verb=get", "--resource=nodes")
                        .err())
                .contains("is attempting to grant RBAC permissions not currently held:\n"
                        + "{APIGroups:[\"\"], Resources:[\"nodes\"], Verbs:[\"get\"]}");
    }
}
