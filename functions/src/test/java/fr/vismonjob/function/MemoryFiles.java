package fr.vismonjob.function;

import fr.vismonjob.workflow.RunFiles;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The bucket of a test.
 *
 * @param all contents by key
 */
public record MemoryFiles(Map<String, String> all) implements RunFiles {
  MemoryFiles() {
    this(new ConcurrentHashMap<>());
  }

  @Override
  public void write(String key, String content) {
    all.put(key, content);
  }

  @Override
  public void delete(String key) {
    all.remove(key);
  }

  @Override
  public String read(String key) {
    return find(key).orElseThrow();
  }

  @Override
  public Optional<String> find(String key) {
    return Optional.ofNullable(all.get(key));
  }
}
