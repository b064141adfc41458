"""S3 objects go to one folder of the system's /tmp, shared by all instances. Keep them with the rest of the state."""

import os

from localstack import config
from localstack.runtime import hooks


@hooks.on_infra_start()
def keep_s3_objects_under_filesystem_root() -> None:
    from localstack.services.s3 import provider

    provider.DEFAULT_S3_TMP_DIR = os.path.join(config.dirs.tmp, "s3")
