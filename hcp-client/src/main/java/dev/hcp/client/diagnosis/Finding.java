package dev.hcp.client.diagnosis;

import java.util.List;

/**
 * A cause of trouble that was found.
 *
 * @param symptom what is seen of it
 * @param cause what is wrong, in a sentence
 * @param evidence what says so, a line each
 * @param command what to enter next, to mend it or to see more
 */
public record Finding(Symptom symptom, String cause, List<String> evidence, String command) {
    /** Copies the list. */
    public Finding {
        evidence = List.copyOf(evidence);
    }

    /** All of it in lines. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(symptom.section())
                .append(' ')
                .append(symptom.title())
                .append(": ")
                .append(cause);
        evidence.forEach(line -> text.append("\n    ").append(line));
        return text.append("\n  next: ").append(command).toString();
    }
}
