package dev.hcp.simulator.cli;

import dev.hcp.api.HcpException;
import dev.hcp.simulator.apiserver.access.User;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Bearer tokens in the form that kube-apiserver reads: one {@code token,user,uid} a line, with groups as an optional fourth
 * column, in quotes when there are several: {@code "group1,group2"}.
 */
final class TokenFile {
    private TokenFile() {}

    /**
     * Whose the tokens in a file are. Messages name lines, and show no token.
     *
     * @throws HcpException when the file cannot be read, or a line is incomplete
     */
    static Map<String, User> read(Path file) {
        try {
            Map<String, User> users = new LinkedHashMap<>();
            int number = 0;
            for (String line : Files.readAllLines(file)) {
                number++;
                if (!line.isBlank() && !line.startsWith("#")) {
                    List<String> columns = columns(line).orElseThrow(problem(file, number, "a quote is not closed"));
                    if (columns.size() < 3
                            || columns.get(0).isEmpty()
                            || columns.get(1).isEmpty()) {
                        throw problem(file, number, "there have to be a token, a user and a uid")
                                .get();
                    }
                    List<String> groups = columns.size() < 4 || columns.get(3).isEmpty()
                            ? List.of()
                            : List.of(columns.get(3).split(","));
                    users.put(columns.get(0), User.authenticated(columns.get(1), columns.get(2), groups, Map.of()));
                }
            }
            return users;
        } catch (IOException e) {
            throw new HcpException("cannot read " + file + ": " + Reasons.of(e), e);
        }
    }

    private static java.util.function.Supplier<HcpException> problem(Path file, int line, String what) {
        return () -> new HcpException("cannot read " + file + ": line " + line + ": " + what
                + ", such as token,alice,1001,\"developers,testers\"");
    }

    /** The columns of a line of comma-separated values; empty when a quote is not closed. */
    private static Optional<List<String>> columns(String line) {
        List<String> columns = new ArrayList<>();
        StringBuilder column = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                boolean doubled = quoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
                if (doubled) {
                    column.append('"');
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (c == ',' && !quoted) {
                columns.add(column.toString().strip());
                column.setLength(0);
            } else {
                column.append(c);
            }
        }
        columns.add(column.toString().strip());
        return quoted ? Optional.empty() : Optional.of(columns);
    }
}
