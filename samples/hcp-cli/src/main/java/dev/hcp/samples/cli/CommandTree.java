package dev.hcp.samples.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * Puts the commands together. Only those that the arguments name are loaded; of the others there is a name and a line for
 * the help of the command above, which keeps the program quick to start however many commands there are.
 */
final class CommandTree {
    private CommandTree() {}

    /** The tree as far as these arguments reach. */
    static CommandLine forArguments(Session session, List<String> arguments) {
        Set<String> words = Set.copyOf(arguments);
        return build(session, entry -> entry.isIn(words));
    }

    /** All of it. */
    static CommandLine whole(Session session) {
        return build(session, entry -> true);
    }

    private static CommandLine build(Session session, Predicate<Commands.Entry> wanted) {
        CommandLine root = new CommandLine(session.options());
        describe(root.getCommandSpec(), "Creates and looks after OpenShift clusters with hosted control planes.");
        Map<String, CommandLine> groups = new LinkedHashMap<>();
        groups.put("", root);
        for (Commands.Entry entry : Commands.ALL) {
            List<String> words = entry.words();
            CommandLine parent = groups.get(String.join(" ", words.subList(0, words.size() - 1)));
            if (parent == null) {
                throw new IllegalStateException("no group above command " + entry.path());
            }
            CommandLine command = command(session, entry, wanted.test(entry));
            describe(command.getCommandSpec(), entry.summary());
            parent.addSubcommand(
                    words.get(words.size() - 1), command, entry.aliases().toArray(new String[0]));
            if (entry.isGroup()) {
                groups.put(entry.path(), command);
            }
        }
        return root;
    }

    private static CommandLine command(Session session, Commands.Entry entry, boolean wanted) {
        if (entry.isGroup()) {
            return new CommandLine(new Group());
        }
        return wanted ? new CommandLine(entry.make(session)) : new CommandLine(CommandSpec.create());
    }

    private static void describe(CommandSpec spec, String summary) {
        UsageMessageSpec usage = spec.usageMessage();
        List<String> description = new ArrayList<>(List.of(summary));
        description.addAll(List.of(usage.description()));
        usage.description(description.toArray(new String[0]));
        usage.header(new String[0]);
        usage.sortOptions(true)
                .requiredOptionMarker('*')
                .synopsisSubcommandLabel("COMMAND")
                .width(110);
        usage.abbreviateSynopsis(true);
        spec.usageMessage().sectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, CommandTree::options);
    }

    /** Options of the command first; those that every command has would stand between them. */
    private static String options(CommandLine.Help help) {
        Map<Boolean, List<OptionSpec>> byOrigin =
                help.commandSpec().options().stream().collect(Collectors.partitioningBy(OptionSpec::inherited));
        List<OptionSpec> own = byOrigin.getOrDefault(false, List.of());
        List<OptionSpec> common = byOrigin.getOrDefault(true, List.of());
        if (common.isEmpty()) {
            return help.optionList();
        }
        boolean required = own.stream().anyMatch(OptionSpec::required);
        return (own.isEmpty() ? "" : help.optionListExcludingGroups(own))
                + (required ? "(* required)" + System.lineSeparator() : "")
                + "Options of every command:" + System.lineSeparator()
                + help.optionListExcludingGroups(common);
    }
}
