package dev.hcp.client.diagnosis;

import java.util.List;

/** Looks for the causes of one symptom. Stateless. */
interface Check {
    List<Finding> look(Facts facts);
}
