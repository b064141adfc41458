package fr.vismonjob.registration;

/** The role in which a person takes part. The names are those of the table. */
public enum Role {
  AMBASSADEUR,
  ETUDIANT;

  /** The role of the partner. */
  public Role other() {
    return this == AMBASSADEUR ? ETUDIANT : AMBASSADEUR;
  }
}
