package fr.vismonjob.mail;

import java.util.Arrays;
import java.util.Optional;

/**
 * Who cancelled a pair, from the view of the person who is told. The codes are those of the {@code
 * Mails} table.
 */
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
