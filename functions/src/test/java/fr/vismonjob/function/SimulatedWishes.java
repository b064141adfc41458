package fr.vismonjob.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.registration.Registration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Who wants to be told of the next edition, by what people have said on the site. */
final class SimulatedWishes {
  private final LocalTables tables;
  private final SimulatedPeople people;
  private final Set<SimulatedPerson> everSaid = new HashSet<>();

  /** Those whose words have certainly been kept. */
  private final Set<SimulatedPerson> kept = new HashSet<>();

  SimulatedWishes(LocalTables tables, SimulatedPeople people) {
    this.tables = tables;
    this.people = people;
  }

  void said(SimulatedPerson person, boolean isCertain) {
    everSaid.add(person);
    if (isCertain) {
      kept.add(person);
    }
  }

  /** Takes it back, or may have done so. */
  void forgot(SimulatedPerson person) {
    kept.remove(person);
  }

  /** No wish is lost, and nobody's address is kept who has not said so. */
  void areKept() {
    Set<String> addresses = new HashSet<>();
    Set<String> ids = new HashSet<>();
    for (Item wish : rows("courriel")) {
      String address = wish.required("courriel");
      assertTrue(addresses.add(address), () -> "two wishes of " + address);
      ids.add(wish.required("abonnement"));
      assertTrue(
          everSaid.stream()
              .flatMap(people::sharing)
              .anyMatch(person -> person.traces().contains(address)),
          () -> "kept unasked: " + address);
    }
    assertEquals(
        ids,
        rows("mene_a").stream().map(row -> row.required("mene_a")).collect(Collectors.toSet()));
    for (SimulatedPerson person : kept) {
      people
          .row(person)
          .map(row -> row.person().address())
          .ifPresent(
              address -> assertTrue(addresses.contains(address), () -> "lost wish of " + address));
    }
  }

  /** Everybody who had said so before an edition began is told of it, once. */
  void areTold(String edition) {
    List<Item> wishes = rows("courriel");
    for (Item wish : wishes) {
      assertEquals(edition, wish.textOrEmpty("annoncee"), wish.required("courriel"));
    }
    assertEquals(
        wishes.stream().map(wish -> wish.required("abonnement")).sorted().toList(),
        tables.items("Mails").stream()
            .map(mail -> Item.of(mail).required("envoi").split("/", -1))
            .filter(key -> key[0].equals("nouvelle-edition"))
            .map(key -> key[2])
            .sorted()
            .toList());
  }

  boolean isKeptFor(Registration person) {
    return rows("courriel").stream()
        .anyMatch(wish -> wish.required("courriel").equals(person.person().address()));
  }

  private List<Item> rows(String attribute) {
    return tables.items("Subscriptions").stream()
        .map(Item::of)
        .filter(row -> row.has(attribute))
        .toList();
  }
}
