package fr.vismonjob.form;

import java.util.List;

/** Fields that stand together on a page, under a heading. */
public record Section(String heading, List<? extends Field<?>> fields) {
  public Section {
    fields = List.copyOf(fields);
  }

  /** Whether its only field is a group of controls, which has a legend of its own. */
  public boolean isOneGroup() {
    return fields.size() == 1
        && (fields.getFirst().kind() instanceof Kind.Days
            || fields.getFirst().kind() instanceof Kind.Box);
  }
}
