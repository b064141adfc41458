package fr.vismonjob.delivery;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;

/** An SDK client's requests, answered in this process: a simulation sends thousands. */
record InProcess(Service service) implements SdkHttpClient {
  interface Service {
    void meet(SesServer.Asked asked) throws IOException;
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new Exchange(service, request);
  }

  @Override
  public void close() {}

  private static final class Exchange implements ExecutableHttpRequest, SesServer.Asked {
    private final Service service;
    private final HttpExecuteRequest request;
    private HttpExecuteResponse response = HttpExecuteResponse.builder().build();

    Exchange(Service service, HttpExecuteRequest request) {
      this.service = service;
      this.request = request;
    }

    @Override
    public HttpExecuteResponse call() throws IOException {
      service.meet(this);
      return response;
    }

    @Override
    public void abort() {}

    @Override
    public byte[] body() throws IOException {
      try (InputStream body = request.contentStreamProvider().orElseThrow().newStream()) {
        return body.readAllBytes();
      }
    }

    @Override
    public void answer(int status, String body) {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      response =
          HttpExecuteResponse.builder()
              .response(
                  SdkHttpResponse.builder()
                      .statusCode(status)
                      .putHeader("Content-Type", "text/xml")
                      .putHeader("Content-Length", Integer.toString(bytes.length))
                      .build())
              .responseBody(AbortableInputStream.create(new ByteArrayInputStream(bytes)))
              .build();
    }

    @Override
    public void hangUp() throws IOException {
      throw new IOException("the service hung up");
    }
  }
}
