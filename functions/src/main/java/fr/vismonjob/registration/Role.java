package fr.vismonjob.registration;

/** In which role somebody takes part. The names are those of the table. */
public enum Role {
  AMBASSADEUR,
  ETUDIANT
}
