package fr.vismonjob.edition;

/** How the search for partners stands on a day, in words to people that are true all that day. */
public enum Search {
  GOES_ON,
  /** The last run is of this day; it may have passed. */
  ENDS_TODAY,
  OVER
}
