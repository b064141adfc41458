package fr.vismonjob.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {
  @ParameterizedTest
  @CsvSource({
    "Zoe.Martin@Exemple.FR, zoe.martin@exemple.fr",
    "zoe+stage@exemple.fr, zoe+stage@exemple.fr",
    "zoe@mairie-évry.fr, zoe@xn--mairie-vry-h7a.fr",
    "zoe@Mairie-ÉVRY.fr, zoe@xn--mairie-vry-h7a.fr",
    "zoe@xn--mairie-vry-h7a.fr, zoe@xn--mairie-vry-h7a.fr",
    "zoe. martin @ exemple .fr, zoe.martin@exemple.fr"
  })
  void is_kept_in_one_spelling(String typed, String kept) {
    assertEquals(kept, MailAddress.normal(typed));
    assertEquals(Optional.empty(), MailAddress.fault(kept));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "zoe",
        "@exemple.fr",
        "zoe@",
        "zoe@exemple",
        "zoe@@exemple.fr",
        "zoe..martin@exemple.fr",
        "zoe martin@exemple.fr",
        "zoe@exemple..fr",
        "zoe@-exemple.fr",
        "zoe@straße.de",
        "zoe@192.0.2.1",
        "<zoe@exemple.fr>",
        "zoe@exemple.fr,a@b.fr"
      })
  void is_refused_in_words(String typed) {
    assertEquals(
        Optional.of("Indiquez une adresse mail de la forme nom@exemple.fr."),
        MailAddress.fault(MailAddress.normal(typed)));
  }

  @Test
  void has_at_most_64_octets_before_the_at_and_254_in_all() {
    String local = "a".repeat(30) + "." + "b".repeat(33);
    assertEquals(Optional.empty(), MailAddress.fault(local + "@exemple.fr"));
    assertTrue(MailAddress.fault(local + "c@exemple.fr").isPresent());
    String domain = ("d".repeat(60) + ".").repeat(4) + "fr";
    assertTrue(MailAddress.fault("zoe@" + domain).isEmpty());
    assertTrue(MailAddress.fault("zoe.martin@" + domain).isPresent());
  }

  @Test
  void an_accent_before_the_at_is_named() {
    assertTrue(
        MailAddress.fault(MailAddress.normal("zoé@exemple.fr")).orElseThrow().contains("accent"));
  }
}
