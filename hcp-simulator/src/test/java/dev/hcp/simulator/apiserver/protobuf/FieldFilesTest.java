package dev.hcp.simulator.apiserver.protobuf;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import dev.hcp.simulator.apiserver.protobuf.MessageField.Repetition;
import io.kubernetes.client.proto.Meta;
import io.kubernetes.client.proto.V1;
import io.kubernetes.client.proto.V1Admissionregistration;
import io.kubernetes.client.proto.V1Apiextensions;
import io.kubernetes.client.proto.V1Apps;
import io.kubernetes.client.proto.V1Authentication;
import io.kubernetes.client.proto.V1Authorization;
import io.kubernetes.client.proto.V1Autoscaling;
import io.kubernetes.client.proto.V1Batch;
import io.kubernetes.client.proto.V1Certificates;
import io.kubernetes.client.proto.V1Networking;
import io.kubernetes.client.proto.V1Policy;
import io.kubernetes.client.proto.V1Rbac;
import io.kubernetes.client.proto.V1Scheduling;
import io.kubernetes.client.proto.V1Storage;
import io.kubernetes.client.proto.V2Autoscaling;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The files of fields agree with the descriptors that another project generated from Kubernetes' own. */
final class FieldFilesTest {
    static Stream<Arguments> descriptors() {
        return Stream.of(
                        Map.entry("v1", V1.getDescriptor()),
                        Map.entry("meta.k8s.io/v1", Meta.getDescriptor()),
                        Map.entry("admissionregistration.k8s.io/v1", V1Admissionregistration.getDescriptor()),
                        Map.entry("apiextensions.k8s.io/v1", V1Apiextensions.getDescriptor()),
                        Map.entry("apps/v1", V1Apps.getDescriptor()),
                        Map.entry("authentication.k8s.io/v1", V1Authentication.getDescriptor()),
                        Map.entry("authorization.k8s.io/v1", V1Authorization.getDescriptor()),
                        Map.entry("autoscaling/v1", V1Autoscaling.getDescriptor()),
                        Map.entry("autoscaling/v2", V2Autoscaling.getDescriptor()),
                        Map.entry("batch/v1", V1Batch.getDescriptor()),
                        Map.entry("certificates.k8s.io/v1", V1Certificates.getDescriptor()),
                        Map.entry("networking.k8s.io/v1", V1Networking.getDescriptor()),
                        Map.entry("policy/v1", V1Policy.getDescriptor()),
                        Map.entry("rbac.authorization.k8s.io/v1", V1Rbac.getDescriptor()),
                        Map.entry("scheduling.k8s.io/v1", V1Scheduling.getDescriptor()),
                        Map.entry("storage.k8s.io/v1", V1Storage.getDescriptor()))
                .map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest
    @MethodSource("descriptors")
    void every_field_has_the_number_and_the_type_of_the_descriptor(String apiVersion, FileDescriptor file) {
        List<String> differences = new ArrayList<>();
        MessageTypes.of(apiVersion).forEach((name, type) -> {
            Descriptor message = file.findMessageTypeByName(name);
            if (message == null) {
                differences.add(name + " is unknown");
            } else {
                type.fields().forEach(field -> {
                    FieldDescriptor expected = message.findFieldByNumber(field.number());
                    String problem = expected == null ? "is unknown" : difference(field, expected);
                    if (problem != null) {
                        differences.add(name + "." + field.name() + " " + problem);
                    }
                });
            }
        });
        assertThat(differences).isEmpty();
    }

    private static String difference(MessageField field, FieldDescriptor expected) {
        String name = field.name().replaceAll("[$-]", "").toLowerCase(Locale.ROOT);
        if (!field.isInline() && !name.equals(expected.getName().toLowerCase(Locale.ROOT))) {
            return "is " + expected.getName();
        }
        Repetition repetition =
                expected.isMapField() ? Repetition.MAP : expected.isRepeated() ? Repetition.LIST : Repetition.ONE;
        if (field.repetition() != repetition) {
            return "has " + repetition;
        }
        FieldDescriptor value =
                expected.isMapField() ? expected.getMessageType().findFieldByNumber(2) : expected;
        String type = typeName(field.type());
        String expectedType = value.getType() == FieldDescriptor.Type.MESSAGE
                ? value.getMessageType().getName()
                : value.getType().name();
        return type.contains(expectedType) ? null : "is of " + expectedType + ", not " + type;
    }

    private static String typeName(ValueType type) {
        if (type instanceof MessageType message) {
            return message.name();
        }
        if (type instanceof SchemaChoice) {
            return "JSONSchemaPropsOrBool JSONSchemaPropsOrArray JSONSchemaPropsOrStringArray";
        }
        return type instanceof ScalarType scalar
                ? scalar.name().replace("_", "")
                : switch ((WellKnownType) type) {
                    case QUANTITY -> "Quantity";
                    case INT_OR_STRING -> "IntOrString";
                    case TIME -> "Time";
                    case MICRO_TIME -> "MicroTime";
                    case RAW_JSON -> "RawExtension FieldsV1 JSON";
                    case STRING_LIST -> "Verbs ExtraValue";
                };
    }

    @Test
    void lists_of_every_group_consist_of_metadata_and_items() {
        List<String> items = new ArrayList<>();
        for (String apiVersion : MessageTypes.apiVersions()) {
            MessageTypes.of(apiVersion).values().forEach(type -> {
                if (type.isKind()
                        && type.name().endsWith("List")
                        && !type.name().startsWith("API")) {
                    assertThat(type.fields().stream().map(MessageField::number)).containsExactly(2, 1);
                    items.add(type.name());
                }
            });
        }
        assertThat(items).contains("PodList", "LeaseList", "EndpointSliceList", "EventList");
    }
}
