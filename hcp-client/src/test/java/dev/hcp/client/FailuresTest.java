package dev.hcp.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.hcp.api.HcpException;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.net.ConnectException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailuresTest {
    private static Throwable explained(KubernetesClientException failure) {
        return catchThrowable(() -> Failures.explain(
                "create NodePool demo", List.of("Namespace clusters", "Secret demo-pull-secret"), () -> {
                    throw failure;
                }));
    }

    private static KubernetesClientException answer(Status status) {
        return new KubernetesClientException(status);
    }

    private static StatusBuilder status(int code, String reason, String message) {
        return new StatusBuilder().withCode(code).withReason(reason).withMessage(message);
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of(401, "Unauthorized", "Unauthorized", CredentialsRefusedException.class, "log in again"),
                Arguments.of(
                        403,
                        "Forbidden",
                        "nodepools is forbidden: User \"eve\" cannot create resource",
                        PermissionDeniedException.class,
                        "ask for a role"),
                Arguments.of(
                        403,
                        "Forbidden",
                        "nodepools \"demo\" is forbidden: exceeded quota: few, requested: 1, used: 3, limited: 3",
                        QuotaExceededException.class,
                        "ask for a larger quota"),
                Arguments.of(
                        403,
                        "Forbidden",
                        "admission webhook \"policy.example\" denied the request: no pools on Fridays",
                        AdmissionRefusedException.class,
                        "no pools on Fridays"),
                Arguments.of(
                        422,
                        "Invalid",
                        "ValidatingAdmissionPolicy 'small' with binding 'b' denied request: too large",
                        AdmissionRefusedException.class,
                        "too large"),
                Arguments.of(
                        422,
                        "Invalid",
                        "NodePool \"demo\" is invalid: spec.replicas: Invalid value",
                        ObjectRefusedException.class,
                        "spec.replicas"),
                Arguments.of(
                        404,
                        "NotFound",
                        "the server could not find the requested resource",
                        MissingDefinitionsException.class,
                        "install HyperShift first"),
                Arguments.of(
                        409,
                        "AlreadyExists",
                        "nodepools \"demo\" already exists",
                        AlreadyExistsException.class,
                        "delete"),
                Arguments.of(409, "Conflict", "the object has been modified", ConflictException.class, "retry"),
                Arguments.of(503, "ServiceUnavailable", "try later", RequestFailedException.class, "try later"));
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @MethodSource("answers")
    void each_answer_is_told_with_what_was_asked_what_to_do_and_what_was_done_before(
            int code, String reason, String message, Class<? extends RequestFailedException> type, String advice) {
        Throwable failure = explained(answer(status(code, reason, message).build()));

        assertThat(failure)
                .isExactlyInstanceOf(type)
                .hasMessageStartingWith("cannot create NodePool demo: ")
                .hasMessageContaining(advice)
                .hasMessageEndingWith(
                        "applied before that and still there: Namespace clusters, Secret demo-pull-secret")
                .hasCauseInstanceOf(KubernetesClientException.class);
        assertThat(((RequestFailedException) failure).applied())
                .containsExactly("Namespace clusters", "Secret demo-pull-secret");
    }

    @Test
    void an_object_that_is_missing_is_not_a_kind_that_is_missing() {
        Status status = status(404, "NotFound", "namespaces \"clusters\" not found")
                .withNewDetails()
                .withName("clusters")
                .withKind("namespaces")
                .endDetails()
                .build();

        assertThat(explained(answer(status)))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("namespaces \"clusters\" not found");
    }

    @Test
    void no_answer_is_told_with_the_reason_underneath() {
        assertThat(explained(new KubernetesClientException(
                        "Operation failed", new IOException("wrapped", new ConnectException("Connection refused")))))
                .isInstanceOf(UnreachableException.class)
                .hasMessageContaining("does not answer (Connection refused)");
    }

    @Test
    void a_hosted_cluster_that_does_not_answer_is_not_taken_for_the_management_cluster() {
        assertThat(catchThrowable(
                        () -> Failures.explainHosted("get nodes", "the API server of hosted cluster a/b", () -> {
                            throw new KubernetesClientException("failed", new ConnectException("Connection refused"));
                        })))
                .isInstanceOf(UnreachableException.class)
                .hasMessageStartingWith("cannot get nodes: the API server of hosted cluster a/b does not answer (");
    }

    @Test
    void an_interruption_is_told_and_keeps_the_flag() {
        try {
            assertThat(explained(new KubernetesClientException("stopped", new InterruptedException())))
                    .isInstanceOf(WaitInterruptedException.class)
                    .hasMessageContaining("it may have taken effect")
                    .hasMessageContaining("Namespace clusters");
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void all_are_exceptions_of_the_sdk() {
        assertThat(explained(answer(status(500, "InternalError", "boom").build())))
                .isInstanceOf(HcpException.class);
    }
}
