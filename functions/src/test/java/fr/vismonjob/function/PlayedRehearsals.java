package fr.vismonjob.function;

/** Plays all rehearsals, for a test that looks at what that loads. */
public final class PlayedRehearsals {
  private PlayedRehearsals() {}

  public static void playAll() {
    Rehearsal.play(SiteFunction.class, SiteFunction::new);
    Rehearsal.play(PersonFunction.class, PersonFunction::new);
    Rehearsal.play(MailStreamFunction.class, MailStreamFunction::new);
  }
}
