package fr.vismonjob.e2e;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;

/** The private bucket, as an organiser reads it in the console. */
final class ReportBucket {
  private final S3Client s3;
  private final String name;

  ReportBucket(Stack stack) {
    this.name = stack.output("ReportBucket");
    this.s3 = stack.client(S3Client.builder().forcePathStyle(true));
  }

  String read(String key) {
    return s3.getObjectAsBytes(get -> get.bucket(name).key(key)).asString(StandardCharsets.UTF_8);
  }

  /** The content of a file; empty if there is none. */
  Optional<String> find(String key) {
    try {
      return Optional.of(read(key));
    } catch (NoSuchKeyException e) {
      return Optional.empty();
    }
  }

  /** Whether nothing in it can be made public. */
  boolean isPrivate() {
    PublicAccessBlockConfiguration block =
        s3.getPublicAccessBlock(get -> get.bucket(name)).publicAccessBlockConfiguration();
    return block.blockPublicAcls()
        && block.blockPublicPolicy()
        && block.ignorePublicAcls()
        && block.restrictPublicBuckets();
  }
}
