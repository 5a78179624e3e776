package dev.hcp.benchmarks;

import dev.hcp.api.HcpException;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.model.ModelShape;
import io.fabric8.kubernetes.client.CustomResource;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * What one would write without this library: the same kind as mutable beans in the manner of fabric8's models, with
 * getters, setters and a map of additional properties, read and written by plain Jackson. Generated and compiled here,
 * so that it always has the shape of our models.
 */
final class MutableTwin {
    private static final String PACKAGE = "twin";

    private final Map<Class<?>, String> names = new HashMap<>();
    private final Deque<Class<?>> pending = new ArrayDeque<>();
    private final StringBuilder source = new StringBuilder();

    private MutableTwin() {}

    /** The twin of a kind with these spec and status. */
    static Class<?> of(Class<?> spec, Class<?> status) {
        return new MutableTwin().compile(spec, status);
    }

    private Class<?> compile(Class<?> spec, Class<?> status) {
        source.append("package " + PACKAGE + ";\npublic final class Twins {\n");
        source.append("@io.fabric8.kubernetes.model.annotation.Group(\"hypershift.openshift.io\")\n")
                .append("@io.fabric8.kubernetes.model.annotation.Version(\"v1beta1\")\n")
                .append("@io.fabric8.kubernetes.model.annotation.Kind(\"HostedCluster\")\n")
                .append("public static final class Envelope extends " + CustomResource.class.getName() + "<")
                .append(name(spec) + ", " + name(status) + "> {}\n");
        while (!pending.isEmpty()) {
            bean(pending.remove());
        }
        source.append("}\n");
        return load(PACKAGE + ".Twins$Envelope");
    }

    private String name(Class<?> model) {
        return names.computeIfAbsent(model, type -> {
            pending.add(type);
            return "Bean" + names.size();
        });
    }

    private void bean(Class<?> model) {
        source.append("@com.fasterxml.jackson.annotation.JsonInclude(")
                .append("com.fasterxml.jackson.annotation.JsonInclude.Include.NON_EMPTY)\n")
                .append("public static final class " + name(model) + " {\n");
        int index = 0;
        for (ModelShape.Attribute attribute : ModelShape.of(model).attributes()) {
            String type = type(attribute.getter().getGenericReturnType());
            String field = "field" + index++;
            String annotation = "@com.fasterxml.jackson.annotation.JsonProperty(\"" + attribute.name() + "\") ";
            source.append("private " + type + " " + field + ";\n");
            source.append(annotation + "public " + type + " get" + field + "() { return " + field + "; }\n");
            source.append(annotation + "public void set" + field + "(" + type + " value) { " + field + " = value; }\n");
        }
        source.append("private java.util.Map<String, Object> more = new java.util.LinkedHashMap<>();\n")
                .append("@com.fasterxml.jackson.annotation.JsonAnyGetter\n")
                .append("public java.util.Map<String, Object> getMore() { return more; }\n")
                .append("@com.fasterxml.jackson.annotation.JsonAnySetter\n")
                .append("public void setMore(String name, Object value) { more.put(name, value); }\n}\n");
    }

    private String type(Type type) {
        if (type instanceof ParameterizedType generic) {
            String item = type(generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1]);
            return generic.getRawType() == List.class
                    ? "java.util.List<" + item + ">"
                    : "java.util.Map<String, " + item + ">";
        }
        Class<?> plain = (Class<?>) type;
        if (ModelShape.isModel(plain)) {
            return name(plain);
        }
        if (plain == JsonObject.class || plain == JsonArray.class || plain == Object.class) {
            return "Object";
        }
        boolean known =
                plain.getName().startsWith("java.lang.") || plain.getName().startsWith("io.fabric8.");
        return known ? plain.getCanonicalName() : "String";
    }

    private Class<?> load(String className) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new HcpException("the benchmark compiles classes: run it with a JDK, not a JRE");
        }
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        JavaFileObject file =
                new SimpleJavaFileObject(
                        URI.create("string:///" + PACKAGE + "/Twins.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        try (StandardJavaFileManager files = compiler.getStandardFileManager(problems, null, null)) {
            Path out = Files.createTempDirectory("twins");
            List<String> options =
                    List.of("-d", out.toString(), "-proc:none", "-classpath", System.getProperty("java.class.path"));
            if (!compiler.getTask(null, files, problems, options, null, List.of(file))
                    .call()) {
                throw new HcpException("the twins do not compile: " + problems.getDiagnostics());
            }
            return Class.forName(className, true, loader(out));
        } catch (IOException | ClassNotFoundException e) {
            throw new HcpException("cannot make the twins: " + e.getMessage(), e);
        }
    }

    private static ClassLoader loader(Path classes) throws MalformedURLException {
        return new URLClassLoader(new URL[] {classes.toUri().toURL()}, MutableTwin.class.getClassLoader());
    }
}
