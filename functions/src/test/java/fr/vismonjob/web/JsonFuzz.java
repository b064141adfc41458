package fr.vismonjob.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes in place of the JSON that a program sends. */
class JsonFuzz {
  static List<byte[]> bodies() {
    return List.of(
        """
        {"prenom": "Zoé", "nom": "Martin", "courriel": "zoe@example.org", "telephone": null,
         "code_postal": "35000", "dates": ["2026-11-24", "2026-11-26"], "consentement": true,
         "etablissement": "INSA", "niveau": "bac+5", "metiers": ["donnees"], "rayon_km": 5e1,
         "tout_metier": true, "administrations": ["interieur"], "besoins": "a\\r\\n\\ud83d\\ude00b"}
        """
            .getBytes(UTF_8));
  }

  @MethodSource("bodies")
  @FuzzTest(maxDuration = "1m")
  void every_body_is_accepted_or_refused(byte[] body) {
    AnyRegistration.isAcceptedOrRefused(() -> FormBody.json(body));
  }
}
