package fr.vismonjob.site;

import fr.vismonjob.certificate.Certificate;
import fr.vismonjob.certificate.CertificatePdf;
import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.page.Pages;
import fr.vismonjob.pairing.PairTable;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.web.Answer;
import fr.vismonjob.web.Request;
import fr.vismonjob.web.Resource;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;

/** {@code /attestation/{link}}: the certificate of a person who has taken part. */
public record CertificateResource(
    PersonalLinks links, PairTable pairs, Supplier<Pages> pages, InstantSource clock)
    implements Resource {
  @Override
  public Answer get(Request request) {
    return links.open(
        request,
        visitor -> {
          Registration person = visitor.registration();
          return switch (Certificate.of(
              person, pairs.of(person), FrenchDates.dayOf(clock.instant()))) {
            case Certificate.Earned(Certificate certificate) ->
                new Answer.File(
                    CertificatePdf.of(certificate),
                    Map.of(
                        "Content-Type", "application/pdf",
                        "Content-Disposition", "inline; filename=\"vis-mon-job-attestation.pdf\""));
            case Certificate.NotEarned(String reason) ->
                new Answer.Conflict(() -> pages.get().conflict(reason), reason);
          };
        });
  }

  @Override
  public boolean acceptsPost() {
    return false;
  }

  @Override
  public boolean isPersonal() {
    return true;
  }
}
