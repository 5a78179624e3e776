package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.catalogue.Resource.Trait.REVIEW;
import static dev.hcp.simulator.apiserver.kinds.BuiltInKinds.kind;

import dev.hcp.simulator.apiserver.catalogue.Resource;
import io.fabric8.kubernetes.api.model.authentication.SelfSubjectReview;
import io.fabric8.kubernetes.api.model.authentication.TokenRequest;
import io.fabric8.kubernetes.api.model.authentication.TokenReview;
import io.fabric8.kubernetes.api.model.authorization.v1.LocalSubjectAccessReview;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReview;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectRulesReview;
import io.fabric8.kubernetes.api.model.authorization.v1.SubjectAccessReview;
import java.util.List;

/** What is asked of a server and not stored. */
public final class ReviewKinds {
    private static final Resource TOKEN_REQUEST = review("authentication.k8s.io", "tokenrequests", TokenRequest.class);

    private ReviewKinds() {}

    /** What is posted to a service account to get a token; no resource of its own. */
    public static Resource tokenRequest() {
        return TOKEN_REQUEST;
    }

    static List<Resource> all() {
        return List.of(
                review("authorization.k8s.io", "selfsubjectaccessreviews", SelfSubjectAccessReview.class),
                review("authorization.k8s.io", "selfsubjectrulesreviews", SelfSubjectRulesReview.class),
                review("authorization.k8s.io", "subjectaccessreviews", SubjectAccessReview.class),
                kind("authorization.k8s.io", "localsubjectaccessreviews", LocalSubjectAccessReview.class)
                        .verbs("create")
                        .traits(REVIEW)
                        .build(),
                review("authentication.k8s.io", "selfsubjectreviews", SelfSubjectReview.class),
                review("authentication.k8s.io", "tokenreviews", TokenReview.class));
    }

    private static Resource review(String group, String plural, Class<?> model) {
        return kind(group, plural, model)
                .clusterScoped()
                .verbs("create")
                .traits(REVIEW)
                .build();
    }
}
