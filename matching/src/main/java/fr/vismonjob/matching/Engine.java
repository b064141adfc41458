package fr.vismonjob.matching;

/** Which engine this is: kept with every run, so that the run can be replayed. */
public final class Engine {

  /** Changes whenever the same instance could give other pairs. */
  public static final String VERSION = "1.1.0";

  private Engine() {}
}
