package fr.vismonjob.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes in place of a form that a browser sends. */
class FormFuzz {
  static List<byte[]> forms() {
    return List.of(
        ("prenom=Zo%C3%A9&nom=Martin&courriel=zoe%40example.org&telephone=06+12+34+56+78"
                + "&code_postal=35000&commune=&dates=2026-11-24&dates=2026-11-26&consentement=oui"
                + "&etablissement=INSA&niveau=bac%2B5&metiers=donnees&metiers=&rayon_km=50"
                + "&tout_metier=oui&administrations=interieur&besoins=a%0D%0Ab")
            .getBytes(UTF_8));
  }

  @MethodSource("forms")
  @FuzzTest(maxDuration = "1m")
  void every_form_is_accepted_or_refused(byte[] body) {
    AnyRegistration.isAcceptedOrRefused(() -> FormBody.urlEncoded(body));
  }
}
