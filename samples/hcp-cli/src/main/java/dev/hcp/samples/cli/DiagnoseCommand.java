package dev.hcp.samples.cli;

import dev.hcp.client.diagnosis.Diagnosis;
import dev.hcp.client.diagnosis.Finding;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code hcp diagnose}. */
@Command(footer = {"", "Ends with 0 when nothing wrong was found, and with 1 otherwise."})
final class DiagnoseCommand extends OnCluster {
    DiagnoseCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        Diagnosis diagnosis = cluster().diagnose();
        Printed.either(session, diagnosis::toString, () -> RecordTree.of(Report.of(diagnosis)));
        return diagnosis.isHealthy() ? ExitCodes.OK : ExitCodes.FAILED;
    }

    /** A diagnosis for programs. */
    record Report(String cluster, boolean healthy, List<Entry> findings) {
        static Report of(Diagnosis diagnosis) {
            return new Report(
                    diagnosis.cluster(),
                    diagnosis.isHealthy(),
                    diagnosis.findings().stream().map(Entry::of).toList());
        }
    }

    /** A finding, with the section of the documentation that its symptom has. */
    record Entry(String section, String symptom, String cause, List<String> evidence, String command) {
        static Entry of(Finding finding) {
            return new Entry(
                    finding.symptom().section(),
                    finding.symptom().title(),
                    finding.cause(),
                    finding.evidence(),
                    finding.command());
        }
    }
}
