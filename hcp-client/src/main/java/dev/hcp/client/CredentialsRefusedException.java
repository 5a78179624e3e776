package dev.hcp.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The management cluster does not know who asks: no credentials, wrong or expired ones (401). */
public final class CredentialsRefusedException extends RequestFailedException {
    private static final long serialVersionUID = 1L;

    CredentialsRefusedException(String message, List<String> applied, @Nullable Throwable cause) {
        super(message, applied, cause);
    }
}
