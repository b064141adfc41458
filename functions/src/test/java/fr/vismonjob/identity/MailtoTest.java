package fr.vismonjob.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MailtoTest {
  @ParameterizedTest
  @CsvSource({
    "ada@interieur.gouv.fr, ada@interieur.gouv.fr",
    "ada.b-c_d@example.fr, ada.b-c_d@example.fr",
    "a+b@example.fr, a%2Bb@example.fr",
    "a?bcc=eve%40example.com&subject=x@example.fr,"
        + " a%3Fbcc%3Deve%2540example.com%26subject%3Dx@example.fr",
    "a@b@example.fr, a%40b@example.fr",
    "no address, no%20address"
  })
  void only_the_at_before_the_domain_stays(String address, String encoded) {
    assertEquals(encoded, Mailto.encoded(address));
  }
}
