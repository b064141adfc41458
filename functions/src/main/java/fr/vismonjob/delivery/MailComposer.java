package fr.vismonjob.delivery;

import fr.vismonjob.identity.Keyed;
import fr.vismonjob.identity.SiteAddress;
import fr.vismonjob.mail.Mail;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** Puts a mail into words: the same view rendered as HTML and as text. */
public final class MailComposer {
  private static final Pattern SPARE_LINES = Pattern.compile("\\n(?:[ \\t]*\\n){2,}");

  private final Keyed keyed;
  private final TemplateEngine html = engine(ContentType.Html, "fr.vismonjob.templates.html");
  private final TemplateEngine text = engine(ContentType.Plain, "fr.vismonjob.templates.text");

  public MailComposer(Keyed keyed) {
    this.keyed = keyed;
  }

  private static TemplateEngine engine(ContentType type, String packageName) {
    return TemplateEngine.createPrecompiled(null, type, null, packageName);
  }

  /**
   * @param today the day on which it leaves: what is over by then is not promised
   */
  Letter compose(Mail mail, Matter matter, SiteAddress site, LocalDate today) {
    Heading heading = Heading.of(mail.kind(), matter);
    Object view = new Views(site, keyed, heading, today).of(matter);
    return new Letter(
        mail.key(),
        mail.kind(),
        matter.edition().sender(),
        address(matter),
        heading.subject(),
        SPARE_LINES.matcher(render(text, mail, view)).replaceAll("\n\n").strip() + "\n",
        render(html, mail, view),
        Invitation.of(mail.kind(), matter));
  }

  private static String render(TemplateEngine engine, Mail mail, Object view) {
    StringOutput output = new StringOutput();
    engine.render("mail/" + mail.kind().code() + ".jte", view, output);
    return output.toString();
  }

  private static String address(Matter matter) {
    return switch (matter) {
      case Matter.Own(var _, var recipient, var _, var _, var _) -> recipient.person().address();
      case Matter.Seat(var _, var recipient, var _, var _) -> recipient.person().address();
      case Matter.Meeting(var _, var recipient, var _, var _, var _) ->
          recipient.person().address();
      case Matter.CalledOff(var _, var recipient, var _, var _, var _) ->
          recipient.person().address();
      case Matter.Withdrawal(var _, var recipient, var _) -> recipient.person().address();
      case Matter.Farewell(var _, var _, var _, var address, var _, var _) -> address;
      case Matter.Report(var _, var address, var _, var _, var _, var _, var _) -> address;
    };
  }
}
