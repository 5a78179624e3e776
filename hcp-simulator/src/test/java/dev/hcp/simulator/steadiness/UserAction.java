package dev.hcp.simulator.steadiness;

import dev.hcp.api.HcpException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something that a person does in a walk. Whom it is done to is a number, counted round among those there are, so that each
 * action can be done in each walk; it does nothing where there is nobody. Each prints as {@link #parse} reads it.
 */
sealed interface UserAction {
    /** Platforms whose clusters need nothing from outside the simulator. */
    enum Platform {
        KUBEVIRT,
        NONE,
        AGENT
    }

    /** How a pool brings changes to its nodes. */
    enum Upgrades {
        REPLACE,
        IN_PLACE
    }

    /** What people delete by hand, although it is not theirs. */
    enum Victim {
        MACHINE,
        VIRTUAL_MACHINE,
        INSTANCE,
        NODE,
        POD,
        DEPLOYMENT,
        MACHINE_SET
    }

    /** What breaks. */
    enum Trouble {
        NODE,
        ZONE,
        MANAGEMENT_CONTROL_PLANE,
        ETCD_MEMBER,
        ETCD_VOLUME,
        CRASH,
        IMAGE_PULL,
        API_SERVER,
        LOAD_BALANCER,
        VOLUMES,
        IGNITION,
        MACHINE,
        CREATION,
        CONFLICTS,
        SILENCE,
        LATENESS,
        REPETITION
    }

    record CreateCluster(Platform platform, int version) implements UserAction {}

    record DeleteCluster(int cluster) implements UserAction {}

    record UpgradeCluster(int cluster, int version) implements UserAction {}

    record ConfigureCluster(int cluster, int setting) implements UserAction {}

    record PauseCluster(int cluster) implements UserAction {}

    record ResumeCluster(int cluster) implements UserAction {}

    record CreatePool(int cluster, int replicas, Upgrades upgrades, boolean autoRepair) implements UserAction {}

    record DeletePool(int pool) implements UserAction {}

    record ScalePool(int pool, int replicas) implements UserAction {}

    record AutoscalePool(int pool, int min, int max) implements UserAction {}

    record UpgradePool(int pool, int version) implements UserAction {}

    record ConfigurePool(int pool, int setting) implements UserAction {}

    record LabelPool(int pool, int value) implements UserAction {}

    record PausePool(int pool) implements UserAction {}

    record ResumePool(int pool) implements UserAction {}

    record Kill(Victim victim, int which) implements UserAction {}

    record Break(Trouble trouble, int which) implements UserAction {}

    record MendAll() implements UserAction {}

    record Wait(int seconds) implements UserAction {}

    /** Everything is mended, and one waits until nothing happens any more: the time to look whether all is right. */
    record Quiet() implements UserAction {}

    Pattern TEXT = Pattern.compile("(\\w+)\\[(.*)]");

    /** Reads actions as they print, separated by semicolons or line ends. */
    static List<UserAction> parse(String text) {
        return Arrays.stream(text.split("[;\n]"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(UserAction::parseOne)
                .toList();
    }

    private static UserAction parseOne(String line) {
        Matcher matcher = TEXT.matcher(line);
        if (matcher.matches()) {
            for (Class<?> type : UserAction.class.getPermittedSubclasses()) {
                if (type.getSimpleName().equals(matcher.group(1))) {
                    return of(type, matcher.group(2));
                }
            }
        }
        throw new HcpException("this is no action: " + line);
    }

    private static UserAction of(Class<?> type, String parts) {
        RecordComponent[] components = type.getRecordComponents();
        String[] texts = parts.isEmpty() ? new String[0] : parts.split(", ");
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(components[i].getType(), texts[i].substring(texts[i].indexOf('=') + 1));
        }
        try {
            return (UserAction) type.getDeclaredConstructors()[0].newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("actions are records", e);
        }
    }

    private static Object value(Class<?> type, String text) {
        if (type == int.class) {
            return Integer.valueOf(text);
        }
        if (type == boolean.class) {
            return Boolean.valueOf(text);
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(text))
                .findFirst()
                .orElseThrow(() -> new HcpException("this is no " + type.getSimpleName() + ": " + text));
    }
}
