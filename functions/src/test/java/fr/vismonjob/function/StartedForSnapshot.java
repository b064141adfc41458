package fr.vismonjob.function;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Starts the functions with a snapshot as Lambda does, in a JVM of its own, and prints what the
 * heap then holds (a line for each class with its number of objects), and the open sockets.
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
    System.out.println("open sockets: " + sockets());
    System.out.println("started " + started.length);
  }

  /** Linux shows each open file, and each socket, as a link. */
  private static long sockets() throws IOException {
    try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
      return open.filter(Files::isSymbolicLink).filter(StartedForSnapshot::isSocket).count();
    }
  }

  private static boolean isSocket(Path open) {
    try {
      return Files.readSymbolicLink(open).toString().startsWith("socket:");
    } catch (IOException _) {
      return false; // closed meanwhile
    }
  }
}
