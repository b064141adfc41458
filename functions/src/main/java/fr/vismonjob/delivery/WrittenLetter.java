package fr.vismonjob.delivery;

import fr.vismonjob.templates.html.mail.*;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * The words of a letter. A template holds them all, once: its title is the subject, and the text
 * says what the HTML says.
 */
record WrittenLetter(String subject, String html, String text) {

  static WrittenLetter of(Letter letter) {
    StringOutput out = new StringOutput();
    write(letter, new OwaspHtmlTemplateOutput(out));
    String html = Typed.visible(out.toString()).strip();
    Document document = Jsoup.parse(html);
    return new WrittenLetter(
        Typed.line(document.expectFirst("title").wholeText()), html, PlainText.of(document));
  }

  /** A mail's kind decides its type of letter, so a cast that fails is a programming error. */
  private static void write(Letter letter, HtmlTemplateOutput out) {
    switch (letter.head().kind()) {
      case CONFIRMATION -> JteconfirmationGenerated.render(out, null, (OwnLetter) letter);
      case LINK -> JtelienGenerated.render(out, null, (OwnLetter) letter);
      case COACHING_OFFER -> JtecoachingGenerated.render(out, null, (OwnLetter) letter);
      case CONFIRMED -> JteconfirmeeGenerated.render(out, null, (OwnLetter) letter);
      case SEAT -> JteseanceGenerated.render(out, null, (SeatLetter) letter);
      case SEAT_CANCELLED -> JteseanceannuleeGenerated.render(out, null, (SeatLetter) letter);
      case SEAT_REMINDER -> JterappelseanceGenerated.render(out, null, (SeatLetter) letter);
      case WITHDRAWN -> JteretraitGenerated.render(out, null, (WithdrawalLetter) letter);
      case PAIR -> JtebinomeGenerated.render(out, null, (MeetingLetter) letter);
      case WELCOME -> JteaccueilGenerated.render(out, null, (MeetingLetter) letter);
      case WIDEN -> JteelargirGenerated.render(out, null, (OwnLetter) letter);
      case NO_PAIR -> JtesansbinomeGenerated.render(out, null, (OwnLetter) letter);
      case DATES_PROPOSED -> JtedateproposeeGenerated.render(out, null, (MeetingLetter) letter);
      case DATE_AGREED -> JtedateconvenueGenerated.render(out, null, (MeetingLetter) letter);
      case PAIR_CANCELLED -> JtebinomeannuleGenerated.render(out, null, (CalledOffLetter) letter);
      case NEW_ADDRESS -> JtenouvelleadresseGenerated.render(out, null, (NewAddressLetter) letter);
      case COORDINATES -> JtecoordonneesGenerated.render(out, null, (MeetingLetter) letter);
      case RELAY -> JterelaisGenerated.render(out, null, (RelayLetter) letter);
      case RELAY_TAKEN -> {
        if (letter instanceof CalledOffLetter former) {
          JterelaisconfieGenerated.render(out, null, former);
        } else {
          JterelaisprisGenerated.render(out, null, (MeetingLetter) letter);
        }
      }
      case RELAY_DECLINED -> JterelaisdeclineGenerated.render(out, null, (MeetingLetter) letter);
      case REMINDER_WEEK -> Jterappelj7Generated.render(out, null, (MeetingLetter) letter);
      case REMINDER_DAY -> Jterappelj1Generated.render(out, null, (MeetingLetter) letter);
      case FEEDBACK -> JteavisGenerated.render(out, null, (MeetingLetter) letter);
      case NUDGE -> JterelanceGenerated.render(out, null, (OwnLetter) letter);
      case NO_PAIR_FINAL -> JtefinsansbinomeGenerated.render(out, null, (OwnLetter) letter);
      case ERASED -> JteeffaceGenerated.render(out, null, (FarewellLetter) letter);
      case NEXT_EDITION -> JtenouvelleeditionGenerated.render(out, null, (OpeningLetter) letter);
      case RECRUIT -> JterecrutementGenerated.render(out, null, (ReportLetter) letter);
      case REPORT -> JterapportGenerated.render(out, null, (ReportLetter) letter);
      case PROPOSALS -> JtepropositionGenerated.render(out, null, (ProposalsLetter) letter);
    }
  }
}
