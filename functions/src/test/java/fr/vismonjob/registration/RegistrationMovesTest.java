package fr.vismonjob.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every status × every action. */
final class RegistrationMovesTest {
  @ParameterizedTest
  @CsvSource({
    "A_CONFIRMER, REGISTER, already",
    "A_CONFIRMER, CONFIRM, CONFIRMEE",
    "A_CONFIRMER, CHANGE, A_CONFIRMER",
    "A_CONFIRMER, PAIR, refused",
    "A_CONFIRMER, LOSE_PAIR, already",
    "A_CONFIRMER, LOSE_LAST_PAIR, already",
    "A_CONFIRMER, WITHDRAW, RETIREE",
    "CONFIRMEE, REGISTER, already",
    "CONFIRMEE, CONFIRM, already",
    "CONFIRMEE, CHANGE, CONFIRMEE",
    "CONFIRMEE, PAIR, APPARIEE",
    "CONFIRMEE, LOSE_PAIR, already",
    "CONFIRMEE, LOSE_LAST_PAIR, already",
    "CONFIRMEE, WITHDRAW, RETIREE",
    "APPARIEE, REGISTER, already",
    "APPARIEE, CONFIRM, already",
    "APPARIEE, CHANGE, APPARIEE",
    "APPARIEE, PAIR, APPARIEE",
    "APPARIEE, LOSE_PAIR, APPARIEE",
    "APPARIEE, LOSE_LAST_PAIR, CONFIRMEE",
    "APPARIEE, WITHDRAW, RETIREE",
    "RETIREE, REGISTER, A_CONFIRMER",
    "RETIREE, CONFIRM, refused",
    "RETIREE, CHANGE, refused",
    "RETIREE, PAIR, refused",
    "RETIREE, LOSE_PAIR, already",
    "RETIREE, LOSE_LAST_PAIR, already",
    "RETIREE, WITHDRAW, already"
  })
  void every_status_and_every_action(Status status, RegistrationAction action, String expected) {
    assertEquals(expected, name(RegistrationMoves.of(status, action)));
  }

  private static String name(RegistrationMoves move) {
    return switch (move) {
      case RegistrationMoves.To(Status to) -> to.name();
      case RegistrationMoves.Already _ -> "already";
      case RegistrationMoves.Refused _ -> "refused";
    };
  }
}
