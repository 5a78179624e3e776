package dev.hcp.client;

import dev.hcp.api.HcpException;
import dev.hcp.platforms.OptionProblem;
import java.util.List;

/** Options that cannot be honoured. Carries every problem found, not only the first. Nothing was changed. */
public final class InvalidOptionsException extends HcpException {
    private static final long serialVersionUID = 1L;

    private final transient List<OptionProblem> options;

    InvalidOptionsException(String what, List<OptionProblem> problems) {
        super(what + ": "
                + String.join(
                        "; ", problems.stream().map(OptionProblem::toString).toList()));
        this.options = List.copyOf(problems);
    }

    /** Problems that are none of one option. */
    static InvalidOptionsException of(String what, List<String> problems) {
        return new InvalidOptionsException(
                what, problems.stream().map(text -> new OptionProblem("", text)).toList());
    }

    /** Each problem in words that name the option. */
    public List<String> problems() {
        return options.stream().map(OptionProblem::toString).toList();
    }

    /** Each problem by option. */
    public List<OptionProblem> options() {
        return options;
    }
}
