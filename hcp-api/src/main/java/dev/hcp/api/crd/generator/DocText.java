package dev.hcp.api.crd.generator;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EndElementTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.TextTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of a Javadoc comment as plain text: one line a paragraph, an empty line between paragraphs. */
final class DocText {
    /** Says where a model lies in its kind, which a reader of the definition sees. */
    private static final String LOCATION = "CRD field:";

    private static final Map<String, String> ENTITIES =
            Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"", "nbsp", " ", "ge", "\u2265", "le", "\u2264");

    private final StringBuilder out = new StringBuilder();

    private DocText() {}

    static String of(@Nullable DocCommentTree comment) {
        if (comment == null) {
            return "";
        }
        DocText text = new DocText();
        text.append(comment.getFullBody());
        List<String> paragraphs = new ArrayList<>();
        for (String paragraph : text.out.toString().split("\n\n")) {
            String line = paragraph.replaceAll("\\s+", " ").strip();
            if (!line.isEmpty() && !line.startsWith(LOCATION)) {
                paragraphs.add(line);
            }
        }
        return String.join("\n\n", paragraphs);
    }

    private void append(List<? extends DocTree> parts) {
        for (DocTree part : parts) {
            if (part instanceof TextTree text) {
                // A line break of the source is none of the text's.
                out.append(text.getBody().replaceAll("\\s+", " "));
            } else if (part instanceof LiteralTree literal) {
                out.append(literal.getBody().getBody());
            } else if (part instanceof LinkTree link) {
                appendLink(link);
            } else if (part instanceof EntityTree entity) {
                String name = entity.getName().toString();
                out.append(ENTITIES.getOrDefault(name, "&" + name + ";"));
            } else if (part instanceof StartElementTree start) {
                out.append(beginning(start.getName().toString()));
            } else if (part instanceof EndElementTree end
                    && isList(end.getName().toString())) {
                out.append("\n\n");
            }
        }
    }

    private void appendLink(LinkTree link) {
        if (!link.getLabel().isEmpty()) {
            append(link.getLabel());
            return;
        }
        String signature = link.getReference().getSignature();
        String member = signature.substring(signature.indexOf('#') + 1);
        out.append(member.substring(member.lastIndexOf('.') + 1));
    }

    private static String beginning(String element) {
        return switch (element) {
            case "p", "ul", "ol" -> "\n\n";
            case "li" -> "\n\n- ";
            case "br" -> " ";
            default -> "";
        };
    }

    private static boolean isList(String element) {
        return element.equals("ul") || element.equals("ol");
    }
}
