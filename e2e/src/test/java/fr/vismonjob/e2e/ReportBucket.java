package fr.vismonjob.e2e;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The private bucket, as an organiser reads it in the console. */
final class ReportBucket {
  private final S3Client s3;
  private final String name;

  ReportBucket(Stack stack) {
    this.name = stack.output("ReportBucket");
    this.s3 = stack.client(S3Client.builder().forcePathStyle(true));
  }

  String read(String key) {
    return new String(bytes(key), StandardCharsets.UTF_8);
  }

  byte[] bytes(String key) {
    return s3.getObjectAsBytes(get -> get.bucket(name).key(key)).asByteArray();
  }

  void write(String key, Object json) {
    s3.putObject(put -> put.bucket(name).key(key), RequestBody.fromString(Json.write(json)));
  }

  /** The keys that begin so. */
  List<String> under(String prefix) {
    return objects(prefix).map(S3Object::key).toList();
  }

  /** The key of the file written last of those that begin and end so. */
  String newest(String prefix, String suffix) {
    return objects(prefix)
        .filter(object -> object.key().endsWith(suffix))
        .max(Comparator.comparing(S3Object::lastModified))
        .orElseThrow()
        .key();
  }

  private Stream<S3Object> objects(String prefix) {
    return s3.listObjectsV2Paginator(list -> list.bucket(name).prefix(prefix)).contents().stream();
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
