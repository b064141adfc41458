package fr.vismonjob.site;

import fr.vismonjob.certificate.Certificate;
import fr.vismonjob.certificate.CertificatePdf;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.web.Answer;
import fr.vismonjob.web.Request;
import java.util.Map;

/** {@code /attestation/{link}}: the certificate of a person who has taken part. */
public record CertificateResource(Visits visits) implements PersonalPage {
  @Override
  public Answer show(Visitor visitor, Request request) {
    Registration person = visitor.registration();
    return switch (Certificate.of(person, visits.tables().pairs().of(person), visits.today())) {
      case Certificate.Earned(Certificate certificate) ->
          new Answer.File(
              CertificatePdf.of(certificate),
              Map.of(
                  "Content-Type", "application/pdf",
                  "Content-Disposition", "inline; filename=\"vis-mon-job-attestation.pdf\""));
      case Certificate.NotEarned(String reason) -> conflict(reason);
    };
  }
}
