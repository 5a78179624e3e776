package dev.hcp.samples.cli;

import dev.hcp.client.diagnosis.Diagnosis;
import picocli.CommandLine.Command;

/** {@code hcp diagnose}. */
@Command
final class DiagnoseCommand extends OnCluster {
    DiagnoseCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        Diagnosis diagnosis = cluster().diagnose();
        session.streams().out().println(diagnosis);
        return diagnosis.isHealthy() ? ExitCodes.OK : ExitCodes.FAILED;
    }
}
