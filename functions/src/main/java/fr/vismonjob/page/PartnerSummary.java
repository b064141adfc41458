package fr.vismonjob.page;

import fr.vismonjob.pairing.Pair;
import fr.vismonjob.registration.Details;
import fr.vismonjob.registration.FilledForm;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.Role;
import java.util.Optional;

/** What a person needs to know about the partner, from the partner's registration. */
final class PartnerSummary {
  private PartnerSummary() {}

  static PairPage.Partner of(Pair pair, Registration self, Registration partner) {
    Registration host = self.role() == Role.AMBASSADEUR ? self : partner;
    return new PairPage.Partner(
        pair,
        self.role(),
        FilledForm.waysToReach(partner),
        about(partner.details()),
        Optional.of(host.place()));
  }

  private static String about(Details details) {
    return switch (details) {
      case Details.Offer offer -> offer.presentation();
      case Details.Wishes wishes -> wishes.school() + ", " + wishes.level().label();
    };
  }
}
