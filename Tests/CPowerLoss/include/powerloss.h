#ifndef POWERLOSS_H
#define POWERLOSS_H

typedef enum {
  powerloss_write,     // `size` bytes at `offset`
  powerloss_truncate,  // to `offset` bytes
  powerloss_sync,      // all that came before lies on the disk
  powerloss_delete,    // `size` is 1 if it lies on the disk at once
} powerloss_step;

typedef void (*powerloss_observer)(
    powerloss_step step, const char *path, const void *bytes, int size, long long offset);

/// Lets SQLite open files through a VFS that tells `observer` what is done to them.
///
/// Everything is passed on to SQLite's own VFS; what the observer is told is enough to make the disk
/// as it was at any instant, without what had not been synced by then.
void powerloss_begin(powerloss_observer observer);

/// Lets SQLite open files as before; those that are open stay observed.
void powerloss_end(void);

#endif
