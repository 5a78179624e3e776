package dev.hcp.samples.cli;

import dev.hcp.api.HcpException;
import dev.hcp.client.AdmissionRefusedException;
import dev.hcp.client.AlreadyExistsException;
import dev.hcp.client.ConflictException;
import dev.hcp.client.CredentialsRefusedException;
import dev.hcp.client.InvalidOptionsException;
import dev.hcp.client.MissingDefinitionsException;
import dev.hcp.client.ObjectRefusedException;
import dev.hcp.client.PermissionDeniedException;
import dev.hcp.client.QuotaExceededException;
import dev.hcp.client.ResourceNotFoundException;
import dev.hcp.client.UnreachableException;
import dev.hcp.client.WaitInterruptedException;
import dev.hcp.client.WaitTimeoutException;
import dev.hcp.platforms.OptionProblem;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a failed command says, and what it ends with.
 *
 * @param code exit code
 * @param lines lines for standard error
 */
record Complaint(int code, List<String> lines) {
    private static final Map<Class<? extends HcpException>, Integer> CODES = Map.ofEntries(
            Map.entry(UnreachableException.class, ExitCodes.UNREACHABLE),
            Map.entry(CredentialsRefusedException.class, ExitCodes.REFUSED),
            Map.entry(PermissionDeniedException.class, ExitCodes.REFUSED),
            Map.entry(MissingDefinitionsException.class, ExitCodes.NOT_INSTALLED),
            Map.entry(ResourceNotFoundException.class, ExitCodes.NOT_FOUND),
            Map.entry(AlreadyExistsException.class, ExitCodes.CONFLICT),
            Map.entry(ConflictException.class, ExitCodes.CONFLICT),
            Map.entry(QuotaExceededException.class, ExitCodes.REJECTED),
            Map.entry(AdmissionRefusedException.class, ExitCodes.REJECTED),
            Map.entry(ObjectRefusedException.class, ExitCodes.REJECTED),
            Map.entry(WaitTimeoutException.class, ExitCodes.TIMEOUT),
            Map.entry(WaitInterruptedException.class, ExitCodes.INTERRUPTED),
            Map.entry(UsageException.class, ExitCodes.USAGE));

    /** Options that the reference tool does not spell with dashes. */
    private static final List<String> AS_THEY_ARE = List.of("agentLabelSelector", "pausedUntil");

    static Complaint of(Exception failure, Session session) {
        if (failure instanceof InvalidOptionsException invalid) {
            return new Complaint(
                    ExitCodes.USAGE,
                    invalid.options().stream().map(Complaint::line).toList());
        }
        if (failure instanceof HcpException) {
            return new Complaint(
                    CODES.getOrDefault(failure.getClass(), ExitCodes.FAILED),
                    String.valueOf(failure.getMessage()).lines().toList());
        }
        String trace = session.isVerbose() ? "" : "; run again with --verbose for the stack trace";
        if (session.isVerbose()) {
            failure.printStackTrace(session.streams().err());
        }
        return new Complaint(
                ExitCodes.FAILED,
                List.of("this is a defect of hcp: " + failure.getClass().getSimpleName() + " " + failure.getMessage()
                        + trace));
    }

    private static String line(OptionProblem problem) {
        return problem.option().isEmpty() ? problem.text() : flag(problem.option()) + " " + problem.text();
    }

    /** The flag that sets an option of the client: {@code rootVolumeSize} is {@code --root-volume-size}. */
    static String flag(String option) {
        return "--"
                + (AS_THEY_ARE.contains(option)
                        ? option
                        : option.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT));
    }

    /** Prints the lines and returns the code. */
    int print(Streams streams) {
        lines.forEach(line -> streams.err().println("hcp: " + line));
        return code;
    }
}
