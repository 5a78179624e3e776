package dev.hcp.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An admission webhook or policy of the management cluster refused the object. */
public final class AdmissionRefusedException extends RequestFailedException {
    private static final long serialVersionUID = 1L;

    AdmissionRefusedException(String message, List<String> applied, @Nullable Throwable cause) {
        super(message, applied, cause);
    }
}
