package dev.hcp.client;

import dev.hcp.api.HcpException;
import java.util.List;

/** Options that cannot make a hosted cluster. Carries every problem found, not only the first. */
public final class InvalidOptionsException extends HcpException {
    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    InvalidOptionsException(String what, List<String> problems) {
        super(what + ": " + String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    /** Each problem in words that name the option. */
    public List<String> problems() {
        return problems;
    }
}
