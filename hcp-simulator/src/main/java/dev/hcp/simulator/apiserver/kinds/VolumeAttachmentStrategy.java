package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.kinds.Trees.text;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.api.validation.schema.GoSyntax;
import dev.hcp.api.validation.schema.NameRule;
import dev.hcp.simulator.apiserver.catalogue.Strategy;
import java.util.List;
import java.util.Objects;

/** Volume attachments: that a volume shall be on a node. */
final class VolumeAttachmentStrategy implements Strategy {
    private static final String ONE_SOURCE = "must specify exactly one of inlineVolumeSpec and persistentVolumeName";

    @Override
    public JsonObject defaults(JsonObject object) {
        return Trees.fill(object, false, "status", "attached");
    }

    @Override
    public void validate(JsonObject object, List<FieldError> errors) {
        DriverNames.check("spec.attacher", text(object, "spec", "attacher"), errors);
        JsonObject source = object.object("spec", "source");
        Object volume = source.get("persistentVolumeName");
        boolean inline = source.get("inlineVolumeSpec") != null;
        if (volume == null && !inline) {
            errors.add(FieldError.required("spec.source", ONE_SOURCE));
        } else if (volume != null && inline) {
            errors.add(FieldError.forbidden("spec.source", ONE_SOURCE));
        } else if (volume != null && String.valueOf(volume).isEmpty()) {
            errors.add(FieldError.required(
                    "spec.source.persistentVolumeName", "must specify non empty persistentVolumeName"));
        } else if (volume != null) {
            Checks.name("spec.source.persistentVolumeName", String.valueOf(volume), NameRule.SUBDOMAIN, errors);
        }
        Checks.name("spec.nodeName", text(object, "spec", "nodeName"), NameRule.SUBDOMAIN, errors);
    }

    @Override
    public void validateUpdate(JsonObject object, JsonObject old, List<FieldError> errors) {
        validate(object, errors);
        if (!Objects.equals(object.get("spec"), old.get("spec"))) {
            errors.add(FieldError.invalidLiteral("spec", goSpec(object.object("spec")), "field is immutable"));
        }
    }

    private static String goSpec(JsonObject spec) {
        JsonObject source = spec.object("source");
        // The reference prints where its pointers point to.
        String volume = source.get("persistentVolumeName") == null ? "(nil)" : "(0xc000000000)";
        String inline = source.get("inlineVolumeSpec") == null ? "(nil)" : "(0xc000000000)";
        return "storage.VolumeAttachmentSpec{Attacher:" + GoSyntax.quote(text(spec, "attacher"))
                + ", Source:storage.VolumeAttachmentSource{PersistentVolumeName:(*string)" + volume
                + ", InlineVolumeSpec:(*core.PersistentVolumeSpec)" + inline + "}, NodeName:"
                + GoSyntax.quote(text(spec, "nodeName")) + "}";
    }
}
