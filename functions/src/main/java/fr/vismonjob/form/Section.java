package fr.vismonjob.form;

import java.util.List;

/** Fields that stand together on a page, under a heading. */
public record Section(String heading, List<? extends Field<?>> fields) {
  public Section {
    fields = List.copyOf(fields);
  }
}
