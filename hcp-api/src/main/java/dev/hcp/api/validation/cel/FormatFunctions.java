package dev.hcp.api.validation.cel;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.OptionalType;
import dev.cel.common.types.SimpleType;
import dev.hcp.api.validation.cel.FunctionLibrary.Overload;
import java.util.List;
import java.util.Optional;

/** Named formats of texts, {@code format.dns1123Label().validate(self)}, and {@code 'x %d'.format([1])}. */
final class FormatFunctions {
    private static final CelType FORMAT = OpaqueType.create("kubernetes.NamedFormat");
    private static final CelType ERRORS = OptionalType.create(ListType.create(SimpleType.STRING));

    private FormatFunctions() {}

    static void addTo(FunctionLibrary library) {
        ImmutableMap<String, NamedFormat> formats =
                Maps.uniqueIndex(List.of(NamedFormat.values()), NamedFormat::ruleName);
        for (NamedFormat format : NamedFormat.values()) {
            library.function(
                    "format." + format.ruleName(), Overload.constant("format-" + format.ruleName(), FORMAT, format));
        }
        library.function(
                "format.named",
                Overload.global(
                        "format-named",
                        OptionalType.create(FORMAT),
                        SimpleType.STRING,
                        String.class,
                        name -> Optional.ofNullable(formats.get(name))));
        library.function(
                "validate",
                Overload.member(
                        "format-validate",
                        ERRORS,
                        FORMAT,
                        SimpleType.STRING,
                        NamedFormat.class,
                        String.class,
                        FormatFunctions::validate));
        library.function(
                "format",
                Overload.member(
                        "string_format",
                        SimpleType.STRING,
                        SimpleType.STRING,
                        ListType.create(SimpleType.DYN),
                        String.class,
                        List.class,
                        TextTemplate::format));
    }

    private static Optional<List<String>> validate(NamedFormat format, String text) {
        List<String> errors = format.errors(text);
        return errors.isEmpty() ? Optional.empty() : Optional.of(errors);
    }
}
