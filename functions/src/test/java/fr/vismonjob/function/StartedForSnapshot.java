package fr.vismonjob.function;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Starts the functions with a snapshot as Lambda does, in a JVM of its own, and prints what the
 * heap then holds (a line for each class with its number of objects), and the connections.
 */
public final class StartedForSnapshot {
  private StartedForSnapshot() {}

  public static void main(String[] arguments) throws IOException, JMException {
    Object[] started = {new SiteFunction(), new PersonFunction(), new MailStreamFunction()};
    Object histogram =
        ManagementFactory.getPlatformMBeanServer()
            .invoke(
                new ObjectName("com.sun.management:type=DiagnosticCommand"),
                "gcClassHistogram",
                new Object[] {new String[0]},
                new String[] {String[].class.getName()});
    System.out.println(histogram);
    System.out.println("connections: " + connections());
    System.out.println("started " + started.length);
  }

  /**
   * Linux shows each open file as a link, a socket as its number, and lists the connections by
   * these numbers. The JDK holds a socket without an address that has no connection.
   */
  private static long connections() throws IOException {
    List<String> listed = new ArrayList<>();
    for (String protocol : List.of("tcp", "tcp6")) {
      Files.readAllLines(Path.of("/proc/self/net", protocol)).stream()
          .map(line -> line.strip().split("\\s+"))
          .forEach(cells -> listed.add("socket:[" + cells[9] + "]"));
    }
    try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
      return open.map(StartedForSnapshot::target).filter(listed::contains).count();
    }
  }

  private static String target(Path open) {
    try {
      return Files.readSymbolicLink(open).toString();
    } catch (IOException _) {
      return ""; // closed meanwhile
    }
  }
}
