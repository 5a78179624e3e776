package dev.hcp.client;

import dev.hcp.api.HcpException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The management cluster did not do what it was asked to. The message says what was asked, why it failed, what to do, and
 * what of a larger task had been done before; there is a sub-class for each reason that calls for another remedy.
 */
public class RequestFailedException extends HcpException {
    private static final long serialVersionUID = 1L;

    /** Names alone: an exception may be serialized. */
    private final String[] applied;

    RequestFailedException(String message, List<String> applied, @Nullable Throwable cause) {
        super(message, cause);
        this.applied = applied.toArray(new String[0]);
    }

    /**
     * What had been applied when the request failed, such as {@code Namespace clusters}, in order; it is still there.
     * Empty when nothing was, and for calls that change one object alone.
     */
    public final List<String> applied() {
        return List.of(applied);
    }
}
