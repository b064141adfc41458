package fr.vismonjob.matching.cli;

import fr.vismonjob.matching.FlowNetwork;
import java.io.IOException;
import java.nio.file.Path;

/** Writes our network of the pool in a folder, for solvers that are not on the JVM. */
public final class NetworkMain {

  private NetworkMain() {}

  /** Takes the folder and the file to write. */
  public static void main(String[] arguments) throws IOException, RefusedException {
    new FlowNetwork(PeerMain.read(Path.of(arguments[0]))).write(Path.of(arguments[1]));
  }
}
