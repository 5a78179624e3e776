package dev.hcp.platforms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sums up for a condition of a pool what is wrong with its machines: the reasons in alphabetical order, and for each as
 * many machines as fit into 1,000 characters. Used by one thread.
 */
public final class MachineProblems {
    private static final int LIMIT = 1000;

    private final Map<String, List<String>> byReason = new TreeMap<>();
    private int count;

    /** Adds a machine with what there is to say of it, without a line break. */
    public void add(String reason, String text) {
        byReason.computeIfAbsent(reason, r -> new ArrayList<>()).add(text + "\n");
        count++;
    }

    /** Whether nothing is wrong. */
    public boolean isEmpty() {
        return count == 0;
    }

    /** The reason of the condition: all reasons, joined by commas. */
    public String reason() {
        return String.join(",", byReason.keySet());
    }

    /**
     * The message of the condition.
     *
     * @param machines how many machines there are, well or not
     * @param state what those that were added are not, such as {@code ready}
     */
    public String message(int machines, String state) {
        StringBuilder message = new StringBuilder(count + " of " + machines + " machines are not " + state + "\n");
        byReason.values().forEach(lines -> message.append(limited(lines)));
        return message.toString();
    }

    private static String limited(List<String> lines) {
        StringBuilder block = new StringBuilder();
        for (String line : lines) {
            if (block.length() + line.length() > LIMIT) {
                return block.append("... too many similar errors\n").toString();
            }
            block.append(line);
        }
        return block.toString();
    }
}
