package fr.vismonjob.pairing;

/** What came of an act that may be asked for again. */
public sealed interface ActOutcome {
  record Done() implements ActOutcome {}

  /** Nothing is asked for, or it was done before. */
  record NothingToDo() implements ActOutcome {}

  /** It cannot be done; why, in French. */
  record Refused(String why) implements ActOutcome {}
}
