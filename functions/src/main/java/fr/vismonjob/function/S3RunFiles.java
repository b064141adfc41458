package fr.vismonjob.function;

import fr.vismonjob.workflow.RunFiles;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** The runs' files in the private report bucket. */
final class S3RunFiles implements RunFiles {
  private final S3Client s3;
  private final String bucket;

  S3RunFiles(S3Client s3, String bucket) {
    this.s3 = s3;
    this.bucket = bucket;
  }

  @Override
  public void write(String key, String content) {
    s3.putObject(put -> put.bucket(bucket).key(key), RequestBody.fromString(content));
  }

  @Override
  public String read(String key) {
    return s3.getObjectAsBytes(get -> get.bucket(bucket).key(key)).asUtf8String();
  }
}
