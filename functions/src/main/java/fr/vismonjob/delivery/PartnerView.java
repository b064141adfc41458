package fr.vismonjob.delivery;

import fr.vismonjob.form.FilledField;
import fr.vismonjob.registration.Details;
import fr.vismonjob.registration.FilledForm;
import fr.vismonjob.registration.Registration;
import java.util.List;

/**
 * What a letter says about the partner; empty where the partner has given no answer. Only a
 * student's access needs are in it, because the ambassador is the host.
 *
 * @param ways ways to reach the partner, apart from the mail address
 */
public record PartnerView(
    String fullName,
    String address,
    List<FilledField> ways,
    String title,
    String service,
    String level,
    String presentation,
    String school,
    String needs) {
  public PartnerView {
    ways = List.copyOf(ways);
  }

  static PartnerView of(Registration partner) {
    String name = Typed.line(partner.person().fullName());
    String address = partner.person().address();
    List<FilledField> ways =
        FilledForm.waysToReach(partner).stream()
            .map(way -> way.inWords(Typed.line(way.words().getFirst())))
            .toList();
    return switch (partner.details()) {
      case Details.Offer offer ->
          new PartnerView(
              name,
              address,
              ways,
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
              ways,
              "",
              "",
              wishes.level().label(),
              "",
              Typed.line(wishes.school()),
              Typed.lines(partner.person().needs()));
    };
  }
}
