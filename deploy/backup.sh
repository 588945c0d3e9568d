#!/bin/sh
# Writes a backup each day and keeps those of the last two weeks. One that fails is tried again in an hour.
set -u
folder=/backups
days=14
while :; do
  if node bin/nidaa.js backup "$folder/nidaa-$(date -u +%Y-%m-%dT%H%M%SZ).tar.gz"; then
    find "$folder" -name 'nidaa-*.tar.gz' -mtime "+$days" -delete
    pause=86400
  else
    pause=3600
  fi
  # In the background and waited for, so that a stop is heard at once.
  sleep "$pause" &
  wait $!
done
