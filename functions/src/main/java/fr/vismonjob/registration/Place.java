package fr.vismonjob.registration;

/**
 * A commune under one of its postal codes.
 *
 * @param code INSEE code of the commune
 * @param lat latitude of the commune in degrees (WGS 84)
 * @param lon longitude of the commune in degrees (WGS 84)
 */
public record Place(
    String postalCode,
    String code,
    String commune,
    String departementCode,
    String departement,
    double lat,
    double lon) {

  /** The words for it: the commune and its département. */
  public String inWords() {
    return commune + " (" + departement + ")";
  }
}
