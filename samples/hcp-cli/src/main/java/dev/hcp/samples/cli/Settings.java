package dev.hcp.samples.cli;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Changes of one object that are applied one after the other; each is told, so that what a failure leaves is known. */
final class Settings {
    private final Session session;
    private final String object;
    private final List<Setting> settings = new ArrayList<>();

    private record Setting(String result, Supplier<? extends HasMetadata> change) {}

    Settings(Session session, String object) {
        this.session = session;
        this.object = object;
    }

    /**
     * Adds a change.
     *
     * @param result what it results in, as a sentence about the object
     */
    void add(String result, Supplier<? extends HasMetadata> change) {
        settings.add(new Setting(result, change));
    }

    /**
     * Applies them all, and prints the object.
     *
     * @param options the options that change something, for the message when there was none
     */
    void apply(String options) {
        if (settings.isEmpty()) {
            throw new UsageException("there is nothing to set: give one or more of " + options);
        }
        List<String> sentences = new ArrayList<>();
        @Nullable HasMetadata last = null;
        for (Setting setting : settings) {
            try {
                last = setting.change().get();
            } catch (RuntimeException e) {
                sentences.forEach(session.streams().err()::println);
                throw e;
            }
            sentences.add(object + " " + setting.result());
        }
        if (last != null) {
            Printed.result(session, last, String.join(System.lineSeparator(), sentences));
        }
    }
}
