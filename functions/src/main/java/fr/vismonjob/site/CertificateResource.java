package fr.vismonjob.site;

import fr.vismonjob.certificate.Certificate;
import fr.vismonjob.certificate.CertificatePdf;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.web.Answer;
import fr.vismonjob.web.ErrorPage;
import fr.vismonjob.web.Request;
import java.util.Map;
import java.util.Optional;

/**
 * {@code /attestation/{certificate}}: the certificate of a person who has taken part, by a link
 * that opens nothing else, so that it can be handed on.
 */
public record CertificateResource(Visits visits) implements LinkPage<Registration> {
  @Override
  public Optional<Registration> opened(Request request) {
    return visits.certified(request);
  }

  @Override
  public Answer show(Registration person, Request request) {
    return switch (Certificate.of(person, visits.pairsToTellOf(person), visits.today())) {
      case Certificate.Earned(Certificate certificate) ->
          new Answer.File(
              CertificatePdf.of(certificate),
              Map.of(
                  "Content-Type", "application/pdf",
                  "Content-Disposition", "attachment; filename=\"vis-mon-job-attestation.pdf\""));
      case Certificate.NotEarned(String reason) ->
          new Answer.Conflict(() -> visits.pages().get().error(ErrorPage.conflict(reason)), reason);
    };
  }
}
