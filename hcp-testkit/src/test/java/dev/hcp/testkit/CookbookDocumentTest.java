package dev.hcp.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Keeps {@code docs/cookbook.md} the same as the lines that {@link CookbookTest} runs. With {@code -Dhcp.docs.write=true} the
 * test writes them instead.
 */
class CookbookDocumentTest {
    private static final Path DOCUMENT = Path.of("docs", "cookbook.md");
    private static final Path LINES =
            Path.of("hcp-testkit", "src", "test", "java", "dev", "hcp", "testkit", "CookbookTest.java");
    private static final String BEGIN = "<!-- tables: written by CookbookDocumentTest -->\n";
    private static final String END = "<!-- end of tables -->";
    private static final Pattern COMMAND = Pattern.compile("// (\\d+\\.\\d[0-9., ]*) \\| (.*)");
    private static final Pattern HEADING = Pattern.compile("// ([A-Z][a-z ]+)");
    private static final Pattern SHOWN = Pattern.compile("show\\((.*)\\);");

    @Test
    void the_document_has_the_lines_that_are_run() throws IOException {
        Path document = file(DOCUMENT);
        String text = Files.readString(document);
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        int end = text.indexOf(END);
        String tables = tables(Files.readAllLines(file(LINES)));
        if (Boolean.getBoolean("hcp.docs.write")) {
            Files.writeString(document, text.substring(0, begin) + tables + text.substring(end));
        } else {
            assertThat(text.substring(begin, end))
                    .as("%s is out of date: run this test with -Dhcp.docs.write=true", DOCUMENT)
                    .isEqualTo(tables);
        }
    }

    /** From the module or from the root of the project. */
    private static Path file(Path path) {
        return Stream.of(path, Path.of("..").resolve(path))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no " + path + " here or above"));
    }

    private static String tables(List<String> lines) {
        StringBuilder tables = new StringBuilder();
        List<Command> commands = new ArrayList<>();
        StringBuilder code = new StringBuilder();
        for (String line : lines) {
            String text = line.strip();
            Matcher command = COMMAND.matcher(text);
            Matcher heading = HEADING.matcher(text);
            if (command.matches()) {
                commands.add(new Command(command.group(1), command.group(2)));
            } else if (!commands.isEmpty() && text.startsWith("// ")) {
                // A comment may be wrapped.
                Command begun = commands.remove(commands.size() - 1);
                commands.add(new Command(begun.section(), begun.text() + text.substring(2)));
            } else if (heading.matches()) {
                tables.append("\n## ").append(heading.group(1));
                tables.append("\n\n| section | command | program |\n|---|---|---|\n");
            } else if (!commands.isEmpty()) {
                // A statement may be wrapped.
                boolean joined = code.length() == 0 || text.startsWith(".") || code.charAt(code.length() - 1) == '(';
                code.append(joined ? "" : " ").append(text);
                if (text.endsWith(";")) {
                    row(commands, code.toString(), tables);
                    commands.clear();
                    code.setLength(0);
                }
            }
        }
        return tables.append("\n").toString();
    }

    private record Command(String section, String text) {}

    private static void row(List<Command> commands, String statement, StringBuilder tables) {
        Matcher shown = SHOWN.matcher(statement);
        String code = shown.matches() ? shown.group(1) : statement.replaceFirst(";$", "");
        for (Command command : commands) {
            tables.append("| ").append(command.section());
            tables.append(" | ").append(cell(command.text()));
            tables.append(" | ").append(cell(code)).append(" |\n");
        }
    }

    private static String cell(String code) {
        String escaped = code.replace("|", "\\|");
        return code.startsWith("(") ? escaped : "`" + escaped + "`";
    }
}
