package fr.vismonjob.dynamodb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * The repository's YAML as plain maps; {@code !Ref x} reads as {@code {Ref: x}}, {@code !GetAtt}
 * and others alike.
 */
public final class TemplateFile {
  private static final Path ROOT = Path.of("..");

  private TemplateFile() {}

  /** The deployed template. */
  public static Map<String, Object> template() {
    return read("template.yaml");
  }

  /**
   * @param path below the repository's root
   */
  public static Map<String, Object> read(String path) {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(1000);
    try {
      return new Yaml(new ShortForms(options)).load(Files.readString(ROOT.resolve(path)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The value under these keys, each a map's. */
  public static Object at(Map<String, Object> map, String... keys) {
    Object value = map;
    for (String key : keys) {
      value = value instanceof Map<?, ?> inner ? inner.get(key) : null;
      if (value == null) {
        throw new IllegalArgumentException(
            "nothing under " + String.join(".", keys) + " at " + key);
      }
    }
    return value;
  }

  /** The properties of all resources of a type, by their logical ids. */
  public static SortedMap<String, Map<String, Object>> ofType(
      Map<String, Object> resources, String type) {
    SortedMap<String, Map<String, Object>> found = new TreeMap<>();
    for (String name : resources.keySet()) {
      if (type.equals(at(resources, name, "Type"))) {
        found.put(name, mapAt(resources, name, "Properties"));
      }
    }
    return found;
  }

  @SuppressWarnings("unchecked")
  public static Map<String, Object> mapAt(Map<String, Object> map, String... keys) {
    return (Map<String, Object>) at(map, keys);
  }

  @SuppressWarnings("unchecked")
  public static List<Map<String, Object>> mapsAt(Map<String, Object> map, String... keys) {
    return (List<Map<String, Object>>) at(map, keys);
  }

  public static String textAt(Map<String, Object> map, String... keys) {
    return (String) at(map, keys);
  }

  private static final class ShortForms extends SafeConstructor {
    ShortForms(LoaderOptions options) {
      super(options);
      yamlMultiConstructors.put(
          "!",
          new AbstractConstruct() {
            @Override
            public Object construct(Node node) {
              String name = node.getTag().getValue().substring(1);
              Object value =
                  switch (node) {
                    case ScalarNode scalar -> scalar.getValue();
                    case SequenceNode sequence -> constructSequence(sequence);
                    case MappingNode mapping -> constructMapping(mapping);
                    default -> throw new IllegalArgumentException(node.toString());
                  };
              return Map.of(
                  name.equals("Ref") || name.equals("Condition") ? name : "Fn::" + name, value);
            }
          });
      // Dates of the format's versions stay the texts that they are.
      yamlConstructors.put(
          Tag.TIMESTAMP,
          new AbstractConstruct() {
            @Override
            public Object construct(Node node) {
              return ((ScalarNode) node).getValue();
            }
          });
    }
  }
}
