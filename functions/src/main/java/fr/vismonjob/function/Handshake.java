package fr.vismonjob.function;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * One handshake with AWS before the snapshot, so that the first request finds the classes of TLS
 * loaded and the certificates read. Nothing is asked on the connection, and nothing of it is kept.
 */
final class Handshake {
  private static final int LONGEST = Math.toIntExact(Duration.ofSeconds(3).toMillis());

  private Handshake() {}

  static void with(SSLSocketFactory tls, InetSocketAddress server) throws IOException {
    try (Socket plain = new Socket()) {
      plain.setSoTimeout(LONGEST);
      plain.connect(server, LONGEST);
      try (SSLSocket socket =
          (SSLSocket) tls.createSocket(plain, server.getHostString(), server.getPort(), true)) {
        socket.startHandshake();
        socket.getSession().invalidate(); // it could be resumed with the keys of this one
      }
    }
  }
}
