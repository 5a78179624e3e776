package dev.hcp.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Compares {@code docs/cookbook.md} with the documentation: each command line about hosted clusters and node pools is there,
 * or the page says why it is not. A command is known by its section and by what it does to what ({@code patch nodepool}).
 */
@Tag("oracle")
class CookbookCoverageTest {
    private static final Set<String> CHAPTERS = Set.of("3", "4", "6", "9", "10", "12", "13");
    private static final String NOT_HERE = "## Not here";
    private static final Pattern HEADING = Pattern.compile("(?:Chapter )?(\\d+(?:\\.\\d+)*)\\. \\S.*");
    private static final Pattern COMMAND = Pattern.compile("(?:\\s+|\\$ |\\s+\\$ )((?:oc|hcp) .*)");
    private static final Pattern ROW = Pattern.compile("\\| ([\\d., ]+) \\| (.+?) \\| .+ \\|");
    private static final Pattern OPTION = Pattern.compile("\\s(--[a-zA-Z-]+)");
    private static final Map<String, String> SHORT_NAMES = Map.of("co", "clusteroperator", "ns", "namespace");
    /** Flags that no value follows. */
    private static final Set<String> SWITCHES = Set.of("-A", "--confirm", "--overwrite");

    @Test
    void each_command_of_the_documentation_is_on_the_page_or_is_left_out_for_a_reason() throws IOException {
        Map<String, Set<String>> page = rows(page());
        Map<String, Set<String>> missing = new TreeMap<>();

        documentation().commands().forEach((section, commands) -> commands.stream()
                .filter(command ->
                        page.getOrDefault(section, Set.of()).stream().noneMatch(shown -> isMeant(command, shown)))
                .forEach(command ->
                        missing.computeIfAbsent(section, s -> new TreeSet<>()).add(command)));

        assertThat(missing)
                .as("commands by section that docs/cookbook.md neither shows nor leaves out for a reason")
                .isEmpty();
    }

    @Test
    void sections_on_the_page_are_sections_of_the_documentation() throws IOException {
        Documentation documentation = documentation();
        String page = page();

        assertThat(documentation.sections()).containsAll(rows(page).keySet());
        rows(page.substring(page.indexOf(NOT_HERE))).forEach((section, commands) -> assertThat(
                        documentation.commands().getOrDefault(section, Set.of()))
                .as("commands of %s, some of which the page leaves out", section)
                .containsAll(commands));
    }

    @Test
    void each_option_of_the_tool_that_the_documentation_uses_is_on_the_page() throws IOException {
        String page = page();

        assertThat(documentation().options()).hasSizeGreaterThan(20).allSatisfy(option -> assertThat(page)
                .containsPattern(option + "[ =`]"));
    }

    /** A command of the documentation may lack the kind. */
    private static boolean isMeant(String command, String shown) {
        return command.endsWith(" ") ? shown.startsWith(command) : shown.equals(command);
    }

    private static String page() throws IOException {
        return Files.readString(Stream.of(Path.of("docs", "cookbook.md"), Path.of("..", "docs", "cookbook.md"))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no docs/cookbook.md here or above")));
    }

    /** What the rows of tables are about, by section. */
    private static Map<String, Set<String>> rows(String text) {
        Map<String, Set<String>> rows = new LinkedHashMap<>();
        text.lines().map(ROW::matcher).filter(Matcher::matches).forEach(row -> {
            for (String section : row.group(1).split(",\\s*", -1)) {
                Set<String> commands = rows.computeIfAbsent(section.strip(), s -> new TreeSet<>());
                for (String command : row.group(2).replace("`", "").split("; (?=oc |hcp )", -1)) {
                    if (!command.startsWith("(")) {
                        commands.add(signature(command));
                    }
                }
            }
        });
        return rows;
    }

    private record Documentation(Set<String> sections, Map<String, Set<String>> commands, Set<String> options) {}

    private static Documentation documentation() throws IOException {
        Set<String> sections = new TreeSet<>();
        Map<String, Set<String>> commands = new TreeMap<>();
        Set<String> options = new TreeSet<>();
        String section = "";
        boolean tool = false;
        for (Path file : Shared.files("seed", "hosted-control-planes.txt")) {
            for (String line : Files.readString(file).replace('\u00a0', ' ').split("\n", -1)) {
                Matcher heading = HEADING.matcher(line);
                Matcher command = COMMAND.matcher(line);
                // Options of the tool are on lines of their own.
                tool = command.matches()
                        ? command.group(1).startsWith("hcp ")
                        : tool && line.strip().startsWith("--");
                if (heading.matches()) {
                    section = heading.group(1);
                    sections.add(section);
                } else if (command.matches() && CHAPTERS.contains(section.split("\\.", 2)[0])) {
                    commands.computeIfAbsent(section, s -> new TreeSet<>()).add(signature(command.group(1)));
                }
                if (tool && CHAPTERS.contains(section.split("\\.", 2)[0])) {
                    OPTION.matcher(line).results().forEach(option -> options.add(option.group(1)));
                }
            }
        }
        assertThat(commands).as("sections of the documentation with commands").hasSizeGreaterThan(50);
        return new Documentation(sections, commands, options);
    }

    /** What a command does to what. */
    private static String signature(String command) {
        List<String> words = new ArrayList<>();
        String[] tokens = command.split("\\s+", -1);
        for (int i = 0; i < tokens.length && words.size() < 4; i++) {
            String token = tokens[i];
            if (token.startsWith("|") || token.startsWith(">") || token.startsWith("\\")) {
                break;
            }
            if (!token.startsWith("-")) {
                words.add(token);
            } else if (!token.contains("=") && !SWITCHES.contains(token)) {
                i++;
            }
        }
        return words.get(0).equals("hcp") ? String.join(" ", words) : "oc " + onWhat(words);
    }

    private static String onWhat(List<String> words) {
        String verb = words.get(1);
        String what = words.size() < 3 ? "" : words.get(2);
        if (verb.equals("apply") || what.endsWith(".yaml")) {
            return verb;
        }
        if (what.startsWith("<")) {
            return verb + " ";
        }
        String kind = what.split("[/,.]", 2)[0].toLowerCase(Locale.ROOT);
        String singular = kind.endsWith("s") && !kind.endsWith("ss") && !kind.equals("ns")
                ? kind.substring(0, kind.length() - 1)
                : kind;
        return verb + " " + SHORT_NAMES.getOrDefault(singular, singular);
    }
}
