package fr.vismonjob.delivery;

/**
 * The reason of a rejection as a French sentence without a full stop. The types are those of <a
 * href="https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html">SES</a>.
 */
public final class RejectionWords {
  /** SES has not tried to send; it is not the mailbox that refuses. */
  public static final String SUPPRESSED_BY_US =
      "SES n’a pas envoyé ce mail, car l’adresse est sur la liste de suppression de notre compte"
          + " depuis un rejet ou une plainte";

  private RejectionWords() {}

  /** The words for a bounce that will happen again each time. */
  public static String permanent(String subType) {
    return switch (subType) {
      case "NoEmail" -> "l’adresse n’existe pas";
      case "OnAccountSuppressionList" -> SUPPRESSED_BY_US;
      case "Suppressed" ->
          "SES n’a pas envoyé ce mail, car l’adresse a rejeté récemment des mails d’autres"
              + " expéditeurs";
      default -> "l’adresse n’existe pas ou n’accepte aucun mail";
    };
  }

  /** The words for a bounce that may not happen the next time. */
  public static String transitory(String subType) {
    return switch (subType) {
      case "MailboxFull" -> "la boîte de réception est pleine";
      case "MessageTooLarge" -> "le mail est trop volumineux pour cette boîte";
      case "ContentRejected" -> "le serveur de messagerie refuse le contenu du mail";
      case "AttachmentRejected" -> "le serveur de messagerie refuse l’invitation d’agenda jointe";
      default -> "le serveur de messagerie n’a pas accepté le mail cette fois-ci";
    };
  }
}
