package fr.vismonjob.registration;

import fr.vismonjob.edition.Edition;
import fr.vismonjob.form.Field;
import fr.vismonjob.form.FieldReader;
import fr.vismonjob.form.FieldReader.Violation;
import fr.vismonjob.form.Fields;
import fr.vismonjob.form.Kind;
import java.util.List;

/** The form in which a person asks for another address. */
public record NewAddressForm(String address, List<Violation> violations) {
  public NewAddressForm {
    violations = List.copyOf(violations);
  }

  /** The only field that is shown, in the words of that role's form. */
  public static Field<Kind.Line> address(Role role) {
    return (role == Role.AMBASSADEUR
            ? RegistrationFields.ADDRESS_OF_AMBASSADOR
            : RegistrationFields.ADDRESS)
        .label("Nouvelle adresse mail");
  }

  public static NewAddressForm read(Fields fields, Registration person, Edition edition) {
    Role role = person.role();
    FieldReader reader = new FieldReader(fields, List.of(address(role), RegistrationFields.ACTION));
    String address = new RegistrationForm(reader, role, edition).address();
    if (address.equals(person.person().address())) {
      reader.fault(RegistrationFields.ADDRESS, "C’est déjà votre adresse.");
    }
    return new NewAddressForm(address, reader.violations());
  }
}
