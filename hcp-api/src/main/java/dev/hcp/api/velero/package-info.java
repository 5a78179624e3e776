/**
 * The {@code velero.io/v1} kinds with which hosted clusters are backed up and restored: {@link
 * dev.hcp.api.velero.Backup}, {@link dev.hcp.api.velero.Restore}, {@link dev.hcp.api.velero.Schedule}, {@link
 * dev.hcp.api.velero.BackupStorageLocation}.
 */
@NullMarked
package dev.hcp.api.velero;

import org.jspecify.annotations.NullMarked;
