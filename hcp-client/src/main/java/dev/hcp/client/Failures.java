package dev.hcp.client;

import dev.hcp.api.HcpException;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.function.Supplier;

/** Turns what the Kubernetes client throws into messages that say what was asked and what to do. */
final class Failures {
    private Failures() {}

    /**
     * Runs a call.
     *
     * @param action what is being done, to complete the sentence "cannot ..."
     * @throws HcpException when the call fails; the cause is kept
     */
    static <T> T explain(String action, Supplier<T> call) {
        try {
            return call.get();
        } catch (KubernetesClientException e) {
            throw new HcpException("cannot " + action + ": " + advice(e), e);
        }
    }

    private static String advice(KubernetesClientException e) {
        String message = String.valueOf(e.getStatus() != null ? e.getStatus().getMessage() : e.getMessage());
        return switch (e.getCode()) {
            case 401 -> "the management cluster refused the credentials (" + message + "); log in again";
            case 403 -> "not allowed (" + message + "); ask for a role that allows it";
            case 404 ->
                message + "; if the kind itself is not found, HyperShift's CustomResourceDefinitions are not"
                        + " installed on this cluster";
            case 409 -> message + "; somebody else changed it, read it again and retry";
            case 0 -> "the management cluster does not answer (" + message + "); check the address and the network";
            default -> message;
        };
    }
}
