#include "powerloss.h"

#include <sqlite3.h>
#include <stddef.h>

typedef struct {
  sqlite3_file base;
  const char *path;  // SQLite keeps it until the file is closed
} observed_file;

static powerloss_observer tell;
static sqlite3_vfs *under;
static sqlite3_vfs over;
static sqlite3_io_methods methods;

// The file of SQLite's own VFS lies behind ours.
static const size_t header = (sizeof(observed_file) + 15) / 16 * 16;

static sqlite3_file *real(sqlite3_file *file) { return (sqlite3_file *)((char *)file + header); }

static void observe(
    sqlite3_file *file, powerloss_step step, const void *bytes, int size, long long offset) {
  const char *path = ((observed_file *)file)->path;
  if (path) tell(step, path, bytes, size, offset);
}

static int close_file(sqlite3_file *file) { return real(file)->pMethods->xClose(real(file)); }

static int read_file(sqlite3_file *file, void *bytes, int size, sqlite3_int64 offset) {
  return real(file)->pMethods->xRead(real(file), bytes, size, offset);
}

static int write_file(sqlite3_file *file, const void *bytes, int size, sqlite3_int64 offset) {
  int status = real(file)->pMethods->xWrite(real(file), bytes, size, offset);
  if (status == SQLITE_OK) observe(file, powerloss_write, bytes, size, offset);
  return status;
}

static int truncate_file(sqlite3_file *file, sqlite3_int64 size) {
  int status = real(file)->pMethods->xTruncate(real(file), size);
  if (status == SQLITE_OK) observe(file, powerloss_truncate, NULL, 0, size);
  return status;
}

static int sync_file(sqlite3_file *file, int flags) {
  int status = real(file)->pMethods->xSync(real(file), flags);
  if (status == SQLITE_OK) observe(file, powerloss_sync, NULL, 0, 0);
  return status;
}

static int file_size(sqlite3_file *file, sqlite3_int64 *size) {
  return real(file)->pMethods->xFileSize(real(file), size);
}

static int lock(sqlite3_file *file, int level) {
  return real(file)->pMethods->xLock(real(file), level);
}

static int unlock(sqlite3_file *file, int level) {
  return real(file)->pMethods->xUnlock(real(file), level);
}

static int check_lock(sqlite3_file *file, int *isReserved) {
  return real(file)->pMethods->xCheckReservedLock(real(file), isReserved);
}

static int control(sqlite3_file *file, int code, void *argument) {
  return real(file)->pMethods->xFileControl(real(file), code, argument);
}

static int sector_size(sqlite3_file *file) { return 512; }

// No promise of what a disk does when the power fails.
static int traits(sqlite3_file *file) { return 0; }

static int map_shared(sqlite3_file *file, int page, int size, int extends, void volatile **memory) {
  return real(file)->pMethods->xShmMap(real(file), page, size, extends, memory);
}

static int lock_shared(sqlite3_file *file, int offset, int count, int flags) {
  return real(file)->pMethods->xShmLock(real(file), offset, count, flags);
}

static void order_shared(sqlite3_file *file) { real(file)->pMethods->xShmBarrier(real(file)); }

static int unmap_shared(sqlite3_file *file, int deletes) {
  return real(file)->pMethods->xShmUnmap(real(file), deletes);
}

static int open_file(
    sqlite3_vfs *vfs, const char *path, sqlite3_file *file, int flags, int *outFlags) {
  int status = under->xOpen(under, path, real(file), flags, outFlags);
  ((observed_file *)file)->path = path;
  file->pMethods = real(file)->pMethods ? &methods : NULL;
  return status;
}

static int delete_file(sqlite3_vfs *vfs, const char *path, int syncsFolder) {
  int status = under->xDelete(under, path, syncsFolder);
  if (status == SQLITE_OK) tell(powerloss_delete, path, NULL, syncsFolder, 0);
  return status;
}

void powerloss_begin(powerloss_observer observer) {
  if (!under) {
    tell = observer;
    under = sqlite3_vfs_find(NULL);
    methods = (sqlite3_io_methods){
        2,           close_file, read_file,   write_file, truncate_file, sync_file,   file_size,
        lock,        unlock,     check_lock,  control,    sector_size,   traits,      map_shared,
        lock_shared, order_shared, unmap_shared};
    over = *under;
    over.szOsFile = (int)header + under->szOsFile;
    over.zName = "powerloss";
    over.pNext = NULL;
    over.xOpen = open_file;
    over.xDelete = delete_file;
  }
  sqlite3_vfs_register(&over, 1);
}

void powerloss_end(void) { sqlite3_vfs_register(under, 1); }
