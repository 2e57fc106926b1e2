/* Times libical's own parse of whole files, the best of three. */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

int main(int count, char **arguments) {
  for (int f = 1; f < count; f++) {
    FILE *file = fopen(arguments[f], "rb");
    fseek(file, 0, SEEK_END); long size = ftell(file); rewind(file);
    char *bytes = malloc(size + 1); fread(bytes, 1, size, file); bytes[size] = 0; fclose(file);
    double best = 1e9; int events = 0;
    for (int round = 0; round < 3; round++) {
      struct timespec begin, end;
      clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &begin);
      icalcomponent *calendar = icalparser_parse_string(bytes);
      clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &end);
      events = icalcomponent_count_components(calendar, ICAL_VEVENT_COMPONENT);
      icalcomponent_free(calendar);
      double seconds = end.tv_sec - begin.tv_sec + (end.tv_nsec - begin.tv_nsec) * 1e-9;
      if (seconds < best) best = seconds;
    }
    printf("libical: read %d events\t%f\n", events, best);
    free(bytes);
  }
  return 0;
}
