package dev.hcp.api.crd.generator;

import dev.hcp.api.HcpException;
import dev.hcp.api.schema.Edition;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.List;

/** What the annotations on models say of one edition. */
record Facts(Edition edition) {
    /** The annotations of a type on a place that hold in the edition, in the order of the source. */
    <A extends Annotation> List<A> of(AnnotatedElement place, Class<A> type) {
        List<A> held = new ArrayList<>();
        for (A fact : place.getAnnotationsByType(type)) {
            if (edition.isWithin(bound(fact, type, "since"), bound(fact, type, "until"))) {
                held.add(fact);
            }
        }
        return held;
    }

    /** Whether an annotation of a type holds in the edition. */
    boolean hold(AnnotatedElement place, Class<? extends Annotation> type) {
        return !of(place, type).isEmpty();
    }

    private static Edition bound(Annotation fact, Class<? extends Annotation> type, String name) {
        try {
            return (Edition) type.getMethod(name).invoke(fact);
        } catch (ReflectiveOperationException e) {
            throw new HcpException("@" + type.getSimpleName() + " does not say " + name + " which edition it holds", e);
        }
    }
}
