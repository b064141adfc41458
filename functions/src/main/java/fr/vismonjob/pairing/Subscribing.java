package fr.vismonjob.pairing;

import fr.vismonjob.dynamodb.Transactions.Write;
import fr.vismonjob.edition.Edition;
import fr.vismonjob.registration.Registration;
import java.util.List;

/** Keeps the address of a person who wants to be told of the next edition. */
record Subscribing(Tables tables) {
  /** Nothing for a person who gets no more mails. */
  List<Write> writes(Registration person, Edition edition) {
    return person.reachability().stopped().isPresent()
        ? List.of()
        : tables.subscriptions().keep(person.person().address(), edition, tables.now());
  }
}
