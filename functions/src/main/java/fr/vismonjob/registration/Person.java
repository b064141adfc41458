package fr.vismonjob.registration;

/**
 * The person who registers, and how to reach them; {@code phone} and {@code needs} may be empty.
 */
public record Person(
    String firstName, String lastName, String address, String phone, String needs) {
  public String fullName() {
    return firstName + " " + lastName;
  }
}
