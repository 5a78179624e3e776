package dev.hcp.samples.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What to say to arguments that make no sense, with what may have been meant. */
final class Misunderstanding {
    /** Typing errors that are still taken for the same word. */
    private static final int CLOSE = 2;

    private Misunderstanding() {}

    static String text(ParameterException refused) {
        CommandSpec command = refused.getCommandLine().getCommandSpec();
        String what = refused instanceof UnmatchedArgumentException unmatched
                ? unmatched(command, unmatched.getUnmatched())
                : String.valueOf(refused.getMessage())
                        .replaceFirst("^Error: ", "")
                        .replace("option option", "option")
                        .replace(" is not an int", " is not a whole number");
        return what + " (see " + command.qualifiedName() + " --help)";
    }

    private static String unmatched(CommandSpec command, List<String> words) {
        String word = words.get(0);
        if (word.startsWith("-")) {
            List<String> names = new ArrayList<>();
            command.options().forEach(option -> names.addAll(List.of(option.names())));
            return "there is no option " + word + suggestion(word.replaceFirst("=.*", ""), names);
        }
        return command.subcommands().isEmpty()
                ? "'" + word + "' is one argument too many"
                : "there is no command '" + command.qualifiedName() + " " + word + "'"
                        + suggestion(word, command.subcommands().keySet());
    }

    private static String suggestion(String word, Collection<String> known) {
        Optional<String> closest = known.stream().min((a, b) -> Integer.compare(distance(word, a), distance(word, b)));
        return closest.filter(name -> distance(word, name) <= Math.min(CLOSE, word.length() / 2))
                .map(name -> "; did you mean " + name + "?")
                .orElse("");
    }

    /** How many letters are to be changed, added, removed or swapped with the next to get from one word to the other. */
    private static int distance(String from, String to) {
        int[][] distances = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                if (i == 0 || j == 0) {
                    distances[i][j] = i + j;
                    continue;
                }
                int change = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
                int least = Math.min(distances[i - 1][j], distances[i][j - 1]) + 1;
                least = Math.min(least, distances[i - 1][j - 1] + change);
                if (i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1)) {
                    least = Math.min(least, distances[i - 2][j - 2] + 1);
                }
                distances[i][j] = least;
            }
        }
        return distances[from.length()][to.length()];
    }
}
