package fr.vismonjob.function;

import fr.vismonjob.workflow.RunFiles;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The runs' files and the reports, in the private report bucket. */
record S3RunFiles(S3Client s3, String bucket) implements RunFiles {
  /** The content types, so that the console opens the files properly. */
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "csv", "text/csv; charset=utf-8",
          "json", "application/json");

  /**
   * S3's answer for a missing key to a role that may not list the bucket; none of our roles may.
   */
  private static final int REFUSED = 403;

  @Override
  public void write(String key, String content) {
    String ending = key.substring(key.lastIndexOf('.') + 1);
    s3.putObject(
        put ->
            put.bucket(bucket)
                .key(key)
                .contentType(TYPES.getOrDefault(ending, "application/octet-stream")),
        RequestBody.fromString(content));
  }

  @Override
  public void delete(String key) {
    s3.deleteObject(delete -> delete.bucket(bucket).key(key));
  }

  @Override
  public String read(String key) {
    return s3.getObjectAsBytes(get -> get.bucket(bucket).key(key)).asUtf8String();
  }

  @Override
  public Optional<String> find(String key) {
    try {
      return Optional.of(read(key));
    } catch (S3Exception e) {
      if (e instanceof NoSuchKeyException || e.statusCode() == REFUSED) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
