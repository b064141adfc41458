package fr.vismonjob.registration;

/** In which role somebody takes part. The names are those of the table. */
public enum Role {
  AMBASSADEUR,
  ETUDIANT;

  /** The role of whoever this one may be paired with. */
  public Role other() {
    return this == AMBASSADEUR ? ETUDIANT : AMBASSADEUR;
  }
}
