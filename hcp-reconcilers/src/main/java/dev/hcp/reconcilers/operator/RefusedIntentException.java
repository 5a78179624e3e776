package dev.hcp.reconcilers.operator;

import dev.hcp.api.HcpException;
import dev.hcp.reconcilers.Intent;
import dev.hcp.reconcilers.Rbac;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;

/** The server refused a write of a plan, or could not be reached; the pass will be made again. */
public final class RefusedIntentException extends HcpException {
    private static final long serialVersionUID = 1L;

    private final int code;

    RefusedIntentException(Intent intent, KubernetesClientException refusal) {
        super(intent + " was refused: " + refusal.getMessage() + remedy(intent, refusal), refusal);
        code = refusal.getCode();
    }

    /** None: the refusal below has that of the client. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }

    private static String remedy(Intent intent, KubernetesClientException refusal) {
        if (refusal.getCode() != HttpURLConnection.HTTP_FORBIDDEN) {
            return "";
        }
        return ". The operator's role needs the rules " + Rbac.rules(intent.permissions(), false)
                + "; write it anew from OperatorRole";
    }

    /** Whether somebody else wrote the object in between. */
    boolean isConflict() {
        return code == HttpURLConnection.HTTP_CONFLICT;
    }

    /** HTTP status of the refusal; 0 when the server was not reached. */
    public int code() {
        return code;
    }
}
