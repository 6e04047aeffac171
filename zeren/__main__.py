"""``python -m zeren`` is the command `zeren`, for a shell that does not find it."""

from zeren.cli import main

if __name__ == "__main__":  # A reading process imports it anew.
    main()
