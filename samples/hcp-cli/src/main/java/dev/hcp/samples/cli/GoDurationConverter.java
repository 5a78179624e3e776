package dev.hcp.samples.cli;

import dev.hcp.api.value.GoDuration;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads durations such as {@code 1h30m}. */
final class GoDurationConverter implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
        return GoDuration.of(text)
                .parsed()
                .orElseThrow(() -> new TypeConversionException("'" + text + "' is not a duration such as 1h30m"));
    }

    /** A duration as it would be given. */
    static String text(Duration duration) {
        return GoDuration.of(duration).toString();
    }
}
