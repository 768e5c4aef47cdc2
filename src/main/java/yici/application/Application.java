package yici.application;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A submitted application. Frozen: guide edition, plan and answers stay as they were.
 *
 * @param number printed and told to people: {@code 430000-261123-000123-7}
 * @param lifeEvent code; {@code edition} is the catalogue edition's id
 * @param area whose bodies decide; {@code filedFrom} is the area the person was in
 * @param scenario the answers to the scenario questions that the plan follows from
 * @param agent who filed it, when that was not the applicant
 * @param sources where an answer came from when the person did not simply state it
 * @param answers canonical values by element key; corrected values replace them, the old ones stay in the corrections
 */
public record Application(
        UUID id,
        String number,
        String lifeEvent,
        UUID edition,
        String area,
        String filedFrom,
        UUID applicant,
        String applicantName,
        ScenarioAnswers scenario,
        Plan plan,
        Map<String, String> answers,
        Map<String, Source> sources,
        List<Supplied> evidence,
        Instant submittedAt,
        Optional<Agent> agent) {

    /** Filed by the applicant. */
    public Application(
            UUID id,
            String number,
            String lifeEvent,
            UUID edition,
            String area,
            String filedFrom,
            UUID applicant,
            String applicantName,
            ScenarioAnswers scenario,
            Plan plan,
            Map<String, String> answers,
            Map<String, Source> sources,
            List<Supplied> evidence,
            Instant submittedAt) {
        this(
                id,
                number,
                lifeEvent,
                edition,
                area,
                filedFrom,
                applicant,
                applicantName,
                scenario,
                plan,
                answers,
                sources,
                evidence,
                submittedAt,
                Optional.empty());
    }

    public enum Source {
        /** From the account, and left as it was. */
        ACCOUNT,
        /** From a department's register, and left as it was. */
        REGISTER,
        /** The register was down: stated by the person, to be checked by the office. */
        TO_CHECK
    }

    /** @param evidence key of the guide's evidence; several files may answer one */
    public record Supplied(String evidence, UUID attachment, String fileName) {}
}
