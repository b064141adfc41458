package fr.vismonjob.form;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {
  @ParameterizedTest
  @CsvSource({
    "visio.numerique.gouv.fr/vmj, https://visio.numerique.gouv.fr/vmj",
    "//visio.numerique.gouv.fr/vmj, https://visio.numerique.gouv.fr/vmj",
    "visio.gouv.fr:8443/vmj?a=b:c#d, https://visio.gouv.fr:8443/vmj?a=b:c#d",
    "visio.gouv.fr, https://visio.gouv.fr",
    "https://visio.gouv.fr/vmj, https://visio.gouv.fr/vmj",
    "HTTP://visio.gouv.fr, HTTP://visio.gouv.fr",
    "https://visio-évry.fr/séance, https://visio-évry.fr/séance"
  })
  void has_a_scheme(String typed, String complete) {
    assertEquals(Optional.of(complete), WebAddress.complete(typed));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "JavaScript://visio.gouv.fr/%0aalert(1)",
        "javascript:0",
        "data:text/html,x",
        "mailto:equipe@gouv.fr",
        "equipe@gouv.fr",
        "https://visio.gouv.fr@exemple.fr/",
        "https:visio.gouv.fr",
        "ftp://visio.gouv.fr",
        "à venir",
        "voir",
        "https://",
        "https://visio.gouv.fr/ vmj",
        "<https://visio.gouv.fr>",
        "visio..gouv.fr"
      })
  void is_nothing_else(String typed) {
    assertEquals(Optional.empty(), WebAddress.complete(typed));
  }
}
