package fr.vismonjob.registration;

import fr.vismonjob.form.Labelled;
import java.util.List;

/** The answers that differ by role: an ambassador's offer or a student's wishes. */
public sealed interface Details {

  Role role();

  /** How many partners the person can have. */
  int capacity();

  /** An ambassador's offer; {@code presentation} may be empty. */
  record Offer(
      Labelled administration,
      String service,
      Labelled level,
      Labelled job,
      String title,
      String presentation,
      int capacity)
      implements Details {
    @Override
    public Role role() {
      return Role.AMBASSADEUR;
    }
  }

  /**
   * A student's wishes, each list in order of preference; {@code radiusKm} is the farthest
   * acceptable distance.
   */
  record Wishes(
      String school,
      Labelled level,
      List<Labelled> jobs,
      boolean anyJob,
      List<Labelled> administrations,
      int radiusKm)
      implements Details {
    /** The largest distance that a student may give, in km. */
    public static final int WIDEST_RADIUS_KM = 200;

    public Wishes {
      jobs = List.copyOf(jobs);
      administrations = List.copyOf(administrations);
    }

    @Override
    public Role role() {
      return Role.ETUDIANT;
    }

    @Override
    public int capacity() {
      return 1;
    }
  }
}
