package dev.hcp.api.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The constants are what an API server takes in their place, and no two of a class are the same. */
class VocabularyTest {
    private static final String QUALIFIED_NAME =
            "([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";

    @ParameterizedTest
    @ValueSource(
            classes = {
                Annotations.class,
                ConfigurationHashes.class,
                Finalizers.class,
                HostAnnotations.class,
                HubAnnotations.class,
                ImageLabels.class,
                Labels.class,
                MachineAnnotations.class
            })
    void keys_are_qualified_names_and_prefixes_become_such(Class<?> vocabulary) throws IllegalAccessException {
        assertThat(constants(vocabulary))
                .allSatisfy((name, value) -> assertThat(name.endsWith("_PREFIX") ? value + "x" : value)
                        .matches(QUALIFIED_NAME));
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                AgentConditionReasons.class,
                AgentConditionTypes.class,
                ConditionReasons.class,
                ConditionTypes.class,
                MachineConditionReasons.class,
                MachineConditionTypes.class
            })
    void types_and_reasons_of_conditions_are_words(Class<?> vocabulary) throws IllegalAccessException {
        assertThat(constants(vocabulary).values()).allSatisfy(value -> assertThat(value)
                .matches("(performance\\.operator\\.openshift\\.io/)?[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?"));
    }

    @ParameterizedTest
    @ValueSource(classes = SecretNames.class)
    void names_of_objects_are_names_of_the_domain_name_system(Class<?> vocabulary) throws IllegalAccessException {
        assertThat(constants(vocabulary).values())
                .allSatisfy(value -> assertThat(value).matches("[a-z0-9]([-a-z0-9]*[a-z0-9])?"));
    }

    private static Map<String, String> constants(Class<?> vocabulary) throws IllegalAccessException {
        Map<String, String> constants = new TreeMap<>();
        for (Field field : vocabulary.getFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getType() == String.class) {
                constants.put(field.getName(), (String) field.get(null));
            }
        }
        assertThat(constants).isNotEmpty();
        assertThat(constants.values()).doesNotHaveDuplicates();
        return constants;
    }
}
