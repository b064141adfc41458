package fr.vismonjob.delivery;

import fr.vismonjob.registration.Details;
import fr.vismonjob.registration.Registration;

/**
 * What one of a pair is told about the other; empty where the other has nothing to say. Access
 * needs are the student's only: it is the ambassador who receives.
 */
public record PartnerView(
    String fullName,
    String address,
    String phone,
    String title,
    String service,
    String level,
    String presentation,
    String school,
    String needs) {

  static PartnerView of(Registration partner) {
    String name = Typed.line(partner.person().fullName());
    String address = partner.person().address();
    String phone = Typed.line(partner.person().phone());
    return switch (partner.details()) {
      case Details.Offer offer ->
          new PartnerView(
              name,
              address,
              phone,
              Typed.line(offer.title()),
              Typed.line(offer.service()),
              offer.level().label(),
              Typed.lines(offer.presentation()),
              "",
              "");
      case Details.Wishes wishes ->
          new PartnerView(
              name,
              address,
              phone,
              "",
              "",
              wishes.level().label(),
              "",
              Typed.line(wishes.school()),
              Typed.lines(partner.person().needs()));
    };
  }
}
