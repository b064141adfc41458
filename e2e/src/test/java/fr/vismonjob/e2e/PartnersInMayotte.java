package fr.vismonjob.e2e;

import static fr.vismonjob.e2e.World.EDITION;
import static fr.vismonjob.e2e.World.STACK;
import static fr.vismonjob.e2e.World.TABLES;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Two who are sure to be paired, since nobody else is near. */
final class PartnersInMayotte {
  private PartnersInMayotte() {}

  static Sheet host() {
    return Sheet.ambassador(EDITION.day())
        .with("nom", "Lagon")
        .with("code_postal", "97600")
        .with("commune", "97611")
        .with("administration", "outre-mer")
        .with("presentation", "Visite du centre de données.");
  }

  static Sheet guest() {
    return Sheet.student(EDITION.day())
        .with("nom", "Récif")
        .with("code_postal", "97600")
        .with("commune", "97611")
        .with("metiers", "developpement", "donnees")
        .with("administrations", "outre-mer");
  }

  static void matchingDayComes() {
    TABLES.forgetTheDaysDone(EDITION);
    assertTrue(new Workflows(STACK).run(EDITION.key(), EDITION.firstMatching()).succeeded());
  }
}
