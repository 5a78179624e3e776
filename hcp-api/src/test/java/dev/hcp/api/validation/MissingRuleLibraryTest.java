package dev.hcp.api.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.junit.jupiter.api.Test;

/** The library that evaluates rules is optional: without it, kinds with rules are refused, not waved through. */
class MissingRuleLibraryTest {
    /** Loads the project's classes again, and cannot see that library. */
    private static final class WithoutLibrary extends ClassLoader {
        WithoutLibrary() {
            super(MissingRuleLibraryTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("dev.cel.")) {
                throw new ClassNotFoundException(name);
            }
            if (!name.startsWith("dev.hcp.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> known = findLoadedClass(name);
                return known == null ? define(name) : known;
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    /** Runs in the other class loader: validates a node pool. */
    static final class Probe {
        private Probe() {}

        static boolean validate(String kind) {
            return Validator.of(dev.hcp.api.crd.Crds.named(kind))
                    .create(dev.hcp.api.json.JsonObject.of(
                            "apiVersion",
                            kind.startsWith("nodepools") ? "hypershift.openshift.io/v1beta1" : "metallb.io/v1beta1",
                            "kind",
                            kind.startsWith("nodepools") ? "NodePool" : "IPAddressPool",
                            "metadata",
                            dev.hcp.api.json.JsonObject.of("name", "x"),
                            "spec",
                            dev.hcp.api.json.Json.parseObject(
                                    kind.startsWith("nodepools")
                                            ? "{\"clusterName\":\"c\",\"release\":{\"image\":\"i\"},\"replicas\":1,"
                                                    + "\"management\":{\"upgradeType\":\"Replace\"},"
                                                    + "\"platform\":{\"type\":\"None\"}}"
                                            : "{\"addresses\":[\"10.0.0.0/24\"]}")))
                    .isValid();
        }
    }

    private static Object validate(String kind) throws ReflectiveOperationException {
        Method method =
                new WithoutLibrary().loadClass(Probe.class.getName()).getDeclaredMethod("validate", String.class);
        method.setAccessible(true);
        return method.invoke(null, kind);
    }

    @Test
    void a_kind_with_rules_is_refused_with_what_to_do() {
        assertThatThrownBy(() -> validate("nodepools.hypershift.openshift.io"))
                .isInstanceOf(InvocationTargetException.class)
                .cause()
                .hasMessageContaining("add the dependency dev.cel:cel");
    }

    @Test
    void a_kind_without_rules_is_validated() throws ReflectiveOperationException {
        assertThat(validate("ipaddresspools.metallb.io")).isEqualTo(true);
    }
}
