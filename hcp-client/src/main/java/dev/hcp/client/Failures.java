package dev.hcp.client;

import dev.hcp.api.HcpException;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Turns what the Kubernetes client throws into exceptions that say what was asked, why it failed and what to do. */
final class Failures {
    private static final String MANAGEMENT = "the management cluster";
    private static final String INSTALL =
            "install HyperShift first: enable it in the multicluster engine, or run 'hypershift install'";

    private Failures() {}

    /**
     * Runs a call.
     *
     * @param action what is being done, to complete the sentence "cannot ..."
     * @throws HcpException when the call fails; the cause is kept
     */
    static <T> T explain(String action, Supplier<T> call) {
        return explain(action, List.of(), call);
    }

    /**
     * Runs a call that is one of several.
     *
     * @param applied what the ones before have left on the cluster
     */
    static <T> T explain(String action, List<String> applied, Supplier<T> call) {
        return explain(action, MANAGEMENT, applied, call);
    }

    /**
     * Runs a call of a hosted cluster's own API server.
     *
     * @param cluster what it is called in messages
     */
    static <T> T explainHosted(String action, String cluster, Supplier<T> call) {
        return explain(action, cluster, List.of(), call);
    }

    private static <T> T explain(String action, String server, List<String> applied, Supplier<T> call) {
        try {
            return call.get();
        } catch (KubernetesClientException e) {
            throw translate(action, server, applied, e);
        }
    }

    /** Says that an object is missing; or its whole kind, where the management cluster does not have it. */
    static HcpException notFound(KubernetesClient kubernetes, Class<? extends HasMetadata> kind, String message) {
        return lacks(kubernetes, kind) ? missing(kind) : new ResourceNotFoundException(message);
    }

    /**
     * Makes sure that the management cluster has a kind, before anything is applied that is of no use without it.
     *
     * @throws MissingDefinitionsException when it does not
     */
    static void require(KubernetesClient kubernetes, Class<? extends HasMetadata> kind) {
        if (lacks(kubernetes, kind)) {
            throw missing(kind);
        }
    }

    private static boolean lacks(KubernetesClient kubernetes, Class<? extends HasMetadata> kind) {
        return !explain("ask for the kinds of the management cluster", () -> kubernetes.supports(kind));
    }

    private static MissingDefinitionsException missing(Class<? extends HasMetadata> kind) {
        return new MissingDefinitionsException(
                "the management cluster has no " + HasMetadata.getFullResourceName(kind) + "; " + INSTALL,
                List.of(),
                null);
    }

    /** What steps before have left on the cluster, for the end of a message. */
    static String after(List<String> applied) {
        return applied.isEmpty() ? "" : "; applied before that and still there: " + String.join(", ", applied);
    }

    /** What the exception of a client says to somebody who asked for something. */
    static HcpException translate(String action, List<String> applied, KubernetesClientException e) {
        return translate(action, MANAGEMENT, applied, e);
    }

    private static HcpException translate(
            String action, String server, List<String> applied, KubernetesClientException e) {
        Status status = e.getStatus();
        String found =
                String.valueOf(status != null && status.getMessage() != null ? status.getMessage() : e.getMessage());
        String reason = status == null || status.getReason() == null ? "" : status.getReason();
        String start = "cannot " + action + ": ";
        String end = after(applied);
        if (isInterruption(e)) {
            Thread.currentThread().interrupt();
            return new WaitInterruptedException(start + "interrupted; it may have taken effect" + end, e);
        }
        if (found.contains("admission webhook") || found.contains("ValidatingAdmissionPolicy")) {
            return new AdmissionRefusedException(
                    start + "an admission check refused it (" + found + "); change what it names" + end, applied, e);
        }
        if (status == null && isInputOrOutput(e)) {
            return new UnreachableException(
                    start + server + " does not answer (" + rootMessage(e)
                            + "); check the address in the kubeconfig and the network" + end,
                    applied,
                    e);
        }
        return switch (e.getCode()) {
            case 400, 422 -> new ObjectRefusedException(start + "it is not valid (" + found + ")" + end, applied, e);
            case 401 ->
                new CredentialsRefusedException(
                        start + server + " refused the credentials (" + found + "); log in again" + end, applied, e);
            case 403 -> forbidden(start, found, end, applied, e);
            case 404 -> absent(start, server, status, found, end, applied, e);
            case 409 ->
                reason.equals("AlreadyExists")
                        ? new AlreadyExistsException(
                                start + found + "; choose another name or delete it first" + end, applied, e)
                        : new ConflictException(
                                start + found + "; somebody else changed it, read it again and retry" + end,
                                applied,
                                e);
            default -> new RequestFailedException(start + found + end, applied, e);
        };
    }

    private static HcpException forbidden(
            String start, String found, String end, List<String> applied, KubernetesClientException e) {
        return found.contains("exceeded quota")
                ? new QuotaExceededException(
                        start + found + "; ask for a larger quota or free some of it" + end, applied, e)
                : new PermissionDeniedException(
                        start + "not allowed (" + found + "); ask for a role that allows it" + end, applied, e);
    }

    /** A kind that is not there answers 404 as well as an object that is not; only the latter has a name. */
    private static HcpException absent(
            String start,
            String server,
            @Nullable Status status,
            String found,
            String end,
            List<String> applied,
            KubernetesClientException e) {
        boolean named = status != null
                && status.getDetails() != null
                && status.getDetails().getName() != null
                && !status.getDetails().getName().isEmpty();
        return named
                ? new ResourceNotFoundException(start + found + end)
                : new MissingDefinitionsException(
                        start + server + " does not have the kind (" + found + ")"
                                + (server.equals(MANAGEMENT) ? "; " + INSTALL : "") + end,
                        applied,
                        e);
    }

    private static boolean isInterruption(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InterruptedException || cause instanceof InterruptedIOException) {
                return !(cause instanceof SocketTimeoutException);
            }
        }
        return false;
    }

    private static boolean isInputOrOutput(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }
}
