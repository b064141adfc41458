package fr.vismonjob.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandshakeTest {
  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir Path folder;

  private KeyStore keys() throws Exception {
    Path file = folder.resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                "server",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-keystore",
                file.toString(),
                "-storepass",
                new String(PASSWORD))
            .inheritIO()
            .start();
    assertEquals(0, keytool.waitFor());
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD);
    }
    return keys;
  }

  private static SSLContext context(KeyStore keys) throws Exception {
    KeyManagerFactory own = KeyManagerFactory.getInstance("PKIX");
    own.init(keys, PASSWORD);
    TrustManagerFactory trusted = TrustManagerFactory.getInstance("PKIX");
    trusted.init(keys);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
    return context;
  }

  private static CompletableFuture<Integer> firstByte(SSLServerSocket server) {
    return CompletableFuture.supplyAsync(
        () -> {
          try (SSLSocket socket = (SSLSocket) server.accept()) {
            return socket.getInputStream().read();
          } catch (IOException e) {
            return -2;
          }
        });
  }

  @Test
  void asks_nothing_and_keeps_no_session() throws Exception {
    KeyStore keys = keys();
    SSLContext client = context(keys);
    try (SSLServerSocket server = server(keys)) {
      CompletableFuture<Integer> asked = firstByte(server);
      Handshake.with(client.getSocketFactory(), address(server));
      assertEquals(-1, asked.get());
    }
    assertFalse(client.getClientSessionContext().getIds().hasMoreElements());
  }

  @Test
  void a_server_with_an_unknown_certificate_is_refused() throws Exception {
    try (SSLServerSocket server = server(keys())) {
      CompletableFuture<Integer> asked = firstByte(server);
      assertThrows(
          SSLException.class,
          () -> Handshake.with(SSLContext.getDefault().getSocketFactory(), address(server)));
      assertEquals(-2, asked.get());
    }
  }

  private static SSLServerSocket server(KeyStore keys) throws Exception {
    return (SSLServerSocket)
        context(keys)
            .getServerSocketFactory()
            .createServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  private static InetSocketAddress address(SSLServerSocket server) {
    return new InetSocketAddress("localhost", server.getLocalPort());
  }
}
