package fr.vismonjob.pairing;

import java.util.Arrays;
import java.util.Optional;

/** Who called a pair off, as seen by whoever is told. The codes are the {@code Mails} table's. */
public enum CalledOffBy {
  SELF("soi"),
  PARTNER("partenaire"),
  ORGANISERS("organisation");

  private final String code;

  CalledOffBy(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  public static Optional<CalledOffBy> ofCode(String code) {
    return Arrays.stream(values()).filter(by -> by.code.equals(code)).findFirst();
  }
}
