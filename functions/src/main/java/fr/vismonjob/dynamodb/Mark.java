package fr.vismonjob.dynamodb;

/**
 * A mark that organisers set on a row to have something done. It is taken away when that is done.
 * If it cannot be done, the mark stays and the reason stands beside it in words.
 */
public record Mark(String name) {
  private String answer() {
    return name + "_refus";
  }

  public boolean isOn(Item row) {
    return row.mark(name);
  }

  /** Takes the mark away, and an earlier answer with it. */
  public ItemUpdate done(ItemUpdate update) {
    return update.remove(name).remove(answer());
  }

  /**
   * Writes why it cannot be done. The same answer is not written twice: a table's stream hands each
   * write of a marked row to whoever acts on marks.
   */
  public void refuse(ItemTable items, String key, String why) {
    items
        .find(key)
        .filter(this::isOn)
        .filter(row -> !why.equals(row.texts().get(answer())))
        .ifPresent(row -> items.update(key).onlyIf(row.only(name)).set(answer(), why).apply());
  }
}
