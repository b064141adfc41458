package fr.vismonjob.delivery;

import fr.vismonjob.coaching.CoachingSlot;
import fr.vismonjob.edition.Edition;
import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.identity.Keyed;
import fr.vismonjob.identity.PersonLink;
import fr.vismonjob.identity.ReportLink;
import fr.vismonjob.identity.SiteAddress;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.Role;
import fr.vismonjob.registration.Status;
import java.time.LocalDate;
import java.util.List;

/** What the templates show of a matter: days in words, links in full, typed text made safe. */
record Views(SiteAddress site, Keyed keyed, Heading heading, LocalDate today) {
  private static final int SLOTS_SHOWN = 8;

  Object of(Matter matter) {
    return switch (matter) {
      case Matter.Own own -> own(own);
      case Matter.Seat seat ->
          new SeatView(
              frame(seat.recipient()),
              links(seat.recipient()),
              FrenchDates.hours(seat.slot().start(), seat.slot().end()),
              Typed.line(seat.slot().link()));
      case Matter.Meeting meeting -> meeting(meeting);
      case Matter.CalledOff off -> calledOff(off);
      case Matter.Withdrawal withdrawal ->
          new WithdrawalView(
              frame(withdrawal.recipient()),
              withdrawal.recipient().role() == Role.AMBASSADEUR,
              links(withdrawal.recipient()),
              withdrawal.edition().isRegistrationOpen(today),
              FrenchDates.day(withdrawal.edition().registrationUntil()),
              !withdrawal.vacated().isNothing());
      case Matter.Farewell farewell ->
          new FarewellView(
              frame(farewell.firstName(), Reason.ERASED, ""), !farewell.vacated().isNothing());
      case Matter.Report report ->
          new ReportView(
              frame("", Reason.ORGANISER, ""),
              report.edition().id(),
              FrenchDates.day(report.day()),
              FrenchDates.day(report.edition().day()),
              FrenchDates.day(report.edition().firstMatching()),
              ReportFigures.inOrder(report.figures()),
              report.wanted(),
              site.report(ReportLink.of(report.kept(), report.until(), keyed)),
              FrenchDates.day(report.until()));
    };
  }

  private OwnView own(Matter.Own own) {
    Edition edition = own.edition();
    List<CoachingSlot> shown = own.slots().stream().limit(SLOTS_SHOWN).toList();
    return new OwnView(
        frame(own.recipient()),
        own.recipient().role() == Role.AMBASSADEUR,
        links(own.recipient()),
        FrenchDates.day(edition.day()),
        own.recipient().dates().stream().map(FrenchDates::day).toList(),
        FrenchDates.day(edition.registrationUntil()),
        FrenchDates.day(edition.firstMatching()),
        edition.isMatchingToCome(today),
        FrenchDates.day(edition.lastMatching()),
        shown.stream().map(slot -> FrenchDates.hours(slot.start(), slot.end())).toList(),
        own.slots().size() - shown.size(),
        own.cause(),
        own.advice());
  }

  private PairView meeting(Matter.Meeting meeting) {
    return new PairView(
        frame(meeting.recipient()),
        meeting.recipient().role() == Role.AMBASSADEUR,
        links(meeting.recipient()),
        PartnerView.of(meeting.partner()),
        meeting.pair().workplace().job(),
        meeting.pair().workplace().administration(),
        meeting.pair().workplace().place(),
        FrenchDates.day(meeting.pair().date()),
        meeting.pair().origin().reasons(),
        meeting.pair().state().proposed().stream().map(FrenchDates::day).toList());
  }

  private CalledOffView calledOff(Matter.CalledOff off) {
    Registration recipient = off.recipient();
    boolean toAmbassador = recipient.role() == Role.AMBASSADEUR;
    return new CalledOffView(
        frame(recipient),
        toAmbassador,
        links(recipient),
        off.by(),
        Typed.line(off.pair().side(toAmbassador ? Role.ETUDIANT : Role.AMBASSADEUR).fullName()),
        FrenchDates.day(off.pair().date()),
        !recipient.pairs().isEmpty(),
        recipient.hasRoom(),
        off.edition().isMatchingToCome(today),
        FrenchDates.day(off.edition().lastMatching()));
  }

  private Frame frame(Registration recipient) {
    Reason reason =
        recipient.status() == Status.A_CONFIRMER
            ? Reason.TO_CONFIRM
            : recipient.status() == Status.RETIREE ? Reason.WITHDRAWN : Reason.REGISTERED;
    return frame(recipient.person().firstName(), reason, links(recipient).page("inscription"));
  }

  private Frame frame(String firstName, Reason reason, String manageUrl) {
    return new Frame(
        heading.subject(),
        heading.preheader(),
        Typed.line(firstName),
        reason,
        manageUrl,
        site.url() + "/");
  }

  private Links links(Registration recipient) {
    return new Links(site, PersonLink.of(recipient.id(), recipient.number(), keyed));
  }
}
