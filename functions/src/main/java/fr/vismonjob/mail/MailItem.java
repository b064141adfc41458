package fr.vismonjob.mail;

import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.ItemUpdate;
import fr.vismonjob.dynamodb.Unreadable;
import fr.vismonjob.mail.Mail.Departure;
import java.util.Set;

/**
 * Writes and reads a mail as an item of the {@code Mails} table: its own attributes and those of
 * its details.
 */
final class MailItem {
  static final String KEY = "envoi";
  static final String STATUS = "statut";
  static final String REGISTRATION = "inscription";
  static final String REASON = "motif";
  static final String CLAIMED_AT = "pris_le";
  static final String CLAIMED_BY = "pris_par";
  static final String SENT_AT = "envoye_le";
  static final String FAILED_AT = "echec_le";
  static final String MESSAGE_ID = "ses_message_id";
  static final String REJECTION = "rejet";
  static final String HELD_BACK_BY = "retenu_par";
  static final String HELD_BACK_EDITION = "retenu_edition";
  static final String POSTPONED_AT = "reporte_le";
  private static final String KIND = "modele";
  static final String DEPARTURE = "depart";
  static final String CREATED_AT = "cree_le";

  private static final Set<String> OWN =
      Set.of(
          KEY,
          KIND,
          REGISTRATION,
          STATUS,
          DEPARTURE,
          CREATED_AT,
          CLAIMED_AT,
          CLAIMED_BY,
          SENT_AT,
          FAILED_AT,
          MESSAGE_ID,
          REJECTION,
          REASON,
          HELD_BACK_BY,
          HELD_BACK_EDITION,
          POSTPONED_AT);

  private MailItem() {}

  static Item write(Mail mail) {
    return Item.empty()
        .put(KEY, mail.key())
        .put(KIND, mail.kind().code())
        .put(REGISTRATION, mail.registration())
        .put(STATUS, MailStatus.A_ENVOYER.name())
        .put(DEPARTURE, mail.departure().code())
        .put(CREATED_AT, mail.createdAt().toString())
        .putAll(AboutItem.write(mail.about()));
  }

  static Mail read(Item item) {
    Item details = Item.of(item.attributes());
    details.attributes().keySet().removeAll(OWN);
    MailKind kind = kind(item);
    return new Mail(
        item.required(KEY),
        kind,
        item.required(REGISTRATION),
        item.required(DEPARTURE).equals(Departure.CAMPAIGN.code())
            ? Departure.CAMPAIGN
            : Departure.IMMEDIATE,
        item.instant(CREATED_AT),
        AboutItem.read(kind, details));
  }

  static MailKind kind(Item item) {
    return MailKind.ofCode(item.required(KIND))
        .orElseThrow(() -> new Unreadable(KIND, "ce modèle de mail n’existe pas"));
  }

  /** Whether an attribute of this name may hold words that somebody wrote. */
  static boolean isFree(String name) {
    return name.equals(REASON) || !OWN.contains(name);
  }

  /** Removes what says for whom a last mail was. */
  static ItemUpdate forgetAddressee(ItemUpdate update) {
    AboutItem.ADDRESSEE.forEach(update::remove);
    return update;
  }
}
