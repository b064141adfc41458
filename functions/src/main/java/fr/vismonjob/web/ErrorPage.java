package fr.vismonjob.web;

/**
 * Why the visitor did not get the page, and what the visitor can do.
 *
 * @param reference names the request in the log; may be empty
 * @param detail the same for a program
 */
public record ErrorPage(
    int status, String title, String reason, String advice, String reference, String detail) {

  public static ErrorPage notFound() {
    return new ErrorPage(
        404,
        "Page introuvable",
        "Cette page n’existe pas, ou le lien suivi n’est plus valable.",
        "Si vous avez tapé l’adresse, vérifiez-la. Si vous avez suivi un lien reçu par mail,"
            + " copiez-le en entier ou ouvrez le mail le plus récent\u00a0: après un effacement ou"
            + " une nouvelle inscription, les anciens liens ne fonctionnent plus.",
        "",
        "Cette page n’existe pas ou n’existe plus.");
  }

  public static ErrorPage refused(int status, String reason) {
    return new ErrorPage(
        status,
        switch (status) {
          case 405 -> "Action impossible sur cette page";
          case 413 -> "Envoi trop volumineux";
          case 415 -> "Format non pris en charge";
          default -> "Envoi illisible";
        },
        reason,
        switch (status) {
          case 405 -> "Revenez à la page précédente et utilisez les boutons de la page.";
          case 413 ->
              "Revenez à la page précédente, raccourcissez vos réponses et envoyez de nouveau le"
                  + " formulaire.";
          default -> "Revenez à la page précédente et envoyez de nouveau le formulaire.";
        },
        "",
        reason);
  }

  public static ErrorPage conflict(String reason) {
    return new ErrorPage(
        409,
        "Ce n’est pas possible pour le moment",
        reason,
        "Rien n’a été changé. Revenez à la page précédente pour voir ce qui est possible.",
        "",
        reason);
  }

  /** The page is there, but has nothing to ask yet. */
  public static ErrorPage nothingToAsk(String reason) {
    return new ErrorPage(
        200,
        "Pas d’avis à donner pour le moment",
        reason,
        "Après la journée, un mail vous invite à dire comment elle s’est passée.",
        "",
        reason);
  }

  public static ErrorPage fault(String reference) {
    return new ErrorPage(
        500,
        "Erreur inattendue",
        "Le site a rencontré une erreur. Vous n’y êtes pour rien.",
        "Réessayez dans quelques minutes\u00a0: rien de ce que vous aviez enregistré n’est perdu.",
        reference,
        "Rien n’est perdu. Référence : " + reference);
  }

  /** A setting of the organisers is wrong. The page names it, so that the visitor can tell them. */
  static ErrorPage invalid(String where, String reference) {
    return unavailable("À corriger dans la table Editions : " + where + ".", reference);
  }

  /** A row about the visitor cannot be read. Visitors cannot mend it, and learn no key of one. */
  static ErrorPage unreadable(String reference) {
    return unavailable(
        "Une donnée de votre inscription est à corriger par l’équipe d’organisation.", reference);
  }

  public static ErrorPage unavailable(String reason, String reference) {
    return new ErrorPage(
        503,
        "Service momentanément indisponible",
        "Le site ne peut pas répondre pour le moment. " + reason,
        "Réessayez un peu plus tard\u00a0: rien de ce que vous aviez enregistré n’est perdu.",
        reference,
        "Rien n’est perdu. " + reason);
  }
}
