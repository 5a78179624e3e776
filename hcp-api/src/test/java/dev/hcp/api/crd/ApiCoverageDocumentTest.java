package dev.hcp.api.crd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.schema.Edition;
import dev.hcp.testing.Shared;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.CustomResource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Keeps the tables of {@code docs/api-coverage.md}, which say how much of the reference definitions ours say. With {@code
 * -Dhcp.docs.write=true} the test writes them instead.
 */
@Tag("oracle")
class ApiCoverageDocumentTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "api-coverage.md");
    private static final Path DEFINITIONS = Path.of("target", "classes", "crds");
    private static final String BEGIN = "<!-- tables: written by ApiCoverageDocumentTest -->\n";
    private static final String END = "<!-- end of tables -->";
    private static final Pattern COVERED = Pattern.compile("(\\S+) (\\S+) +(\\d+)/(\\d+)");
    private static final Pattern ABSENT =
            Pattern.compile("(\\S+) (\\S+): no such CRD version of ours \\((\\d+) facts\\)");
    private static final Pattern TOTAL = Pattern.compile("coverage (\\d+)/(\\d+) = .*");

    @Test
    void the_tables_say_how_much_is_covered() throws IOException, InterruptedException {
        String text = Files.readString(DOCUMENT);
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        int end = text.indexOf(END);
        String tables = tables();
        if (Boolean.getBoolean("hcp.docs.write")) {
            Files.writeString(DOCUMENT, text.substring(0, begin) + tables + text.substring(end));
        } else {
            assertThat(text.substring(begin, end))
                    .as("%s is out of date: run this test with -Dhcp.docs.write=true", DOCUMENT)
                    .isEqualTo(tables);
        }
    }

    private static String tables() throws IOException, InterruptedException {
        StringBuilder tables = new StringBuilder();
        table("HyperShift 4.17", "4.17", List.of("crds/hypershift-4.17"), tables);
        table("HyperShift, latest", "latest", List.of("crds/hypershift-latest"), tables);
        table("Kinds of other projects", "4.17", directoriesOfOthers(), tables);
        return tables.toString();
    }

    private static List<String> directoriesOfOthers() throws IOException {
        try (Stream<Path> directories = Files.list(Shared.path("crds"))) {
            return directories
                    .map(directory -> "crds/" + directory.getFileName())
                    .filter(directory -> !directory.contains("hypershift"))
                    .sorted()
                    .toList();
        }
    }

    private static void table(String title, String edition, List<String> references, StringBuilder tables)
            throws IOException, InterruptedException {
        Map<String, String> rows = new TreeMap<>();
        String total = "";
        for (String line : comparison(edition, references)) {
            Matcher covered = COVERED.matcher(line);
            Matcher absent = ABSENT.matcher(line);
            Matcher all = TOTAL.matcher(line);
            if (absent.matches()) {
                String kind = kindOf(absent.group(1));
                rows.put(kind + " " + line, row(kind, absent.group(1), absent.group(2), "0", absent.group(3)));
            } else if (all.matches()) {
                total = String.format(
                        Locale.ROOT,
                        "| **all** | | **%s of %s** | **%s** |%n",
                        all.group(1),
                        all.group(2),
                        share(all.group(1), all.group(2)));
            } else if (covered.matches()) {
                String kind = kindOf(covered.group(1));
                rows.put(
                        kind + line, row(kind, covered.group(1), covered.group(2), covered.group(3), covered.group(4)));
            }
        }
        tables.append("\n### ")
                .append(title)
                .append("\n\n| kind | definition | facts | covered |\n|---|---|---|---|\n");
        rows.values().forEach(tables::append);
        tables.append(total);
    }

    private static String row(String kind, String name, String version, String covered, String facts) {
        return String.format(
                Locale.ROOT,
                "| %s | `%s` %s | %s of %s | %s |%n",
                kind,
                name,
                version,
                covered,
                facts,
                share(covered, facts));
    }

    private static String share(String covered, String facts) {
        // Rounded down: 100 % means all.
        double tenths = Math.floor(1000.0 * Integer.parseInt(covered) / Integer.parseInt(facts));
        return tenths == 1000 ? "100 %" : String.format(Locale.ROOT, "%.1f %%", tenths / 10);
    }

    private static String kindOf(String name) {
        return Crds.kinds(Edition.LATEST).stream()
                .filter(kind -> CustomResource.getCRDName(kind).equals(name))
                .map(HasMetadata::getKind)
                .findFirst()
                .orElse("(" + name.substring(0, name.indexOf('.')) + ")");
    }

    private static List<String> comparison(String edition, List<String> references)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "python3",
                Shared.path("tools/crd-compare.py").toString(),
                "--show",
                "1000000",
                "--ours",
                DEFINITIONS.resolve(edition).toString(),
                "--reference"));
        references.forEach(directory -> command.add(Shared.path(directory).toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String report = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        List<String> lines = Arrays.asList(report.split("\n"));
        assertThat(lines.get(lines.size() - 1)).as(report).startsWith("coverage ");
        return lines;
    }
}
