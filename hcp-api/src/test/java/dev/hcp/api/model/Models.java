package dev.hcp.api.model;

import dev.hcp.api.crd.Crds;
import dev.hcp.api.schema.Edition;
import io.fabric8.kubernetes.client.CustomResource;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Every kind and, reached from them, every model type. */
final class Models {
    private Models() {}

    static List<Class<? extends CustomResource<?, ?>>> kinds() {
        return Crds.kinds(Edition.LATEST);
    }

    static Set<Class<?>> all() {
        Set<Class<?>> found = new LinkedHashSet<>();
        Deque<Type> open = new ArrayDeque<>();
        kinds().forEach(kind -> open.add(kind.getGenericSuperclass()));
        while (!open.isEmpty()) {
            Type type = open.remove();
            if (type instanceof ParameterizedType generic) {
                open.addAll(List.of(generic.getActualTypeArguments()));
            } else if (type instanceof Class<?> plain
                    && plain.isAnnotationPresent(HcpModel.class)
                    && found.add(plain)) {
                for (Method getter : plain.getDeclaredMethods()) {
                    open.add(getter.getGenericReturnType());
                }
            }
        }
        return found;
    }
}
