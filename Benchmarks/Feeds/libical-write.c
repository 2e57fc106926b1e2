/* Writes the events of a folder of feeds again with a plain loop over libical: for each file a new
   calendar, for each of its events a new component with the same properties, printed and saved.
   Only that loop is timed; the events are taken apart before. */
#include <ftw.h>
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

struct property { icalproperty_kind kind; char *value; char *tzid; char *cn; };
struct component { icalcomponent_kind kind; int first, count, parent; };
struct file { char *path; int first, count; };

static struct property *properties; static int property_count, property_room;
static struct component *components; static int component_count, component_room;
static struct file *files; static int file_count, file_room;

#define GROW(list, count, room) \
  if (count == room) { room = room ? room * 2 : 1024; list = realloc(list, room * sizeof *list); }

static char *copy(const char *text) { return text ? strdup(text) : NULL; }

static void take(icalcomponent *from, int parent) {
  GROW(components, component_count, component_room);
  int index = component_count++;
  components[index] = (struct component){icalcomponent_isa(from), property_count, 0, parent};
  for (icalproperty *p = icalcomponent_get_first_property(from, ICAL_ANY_PROPERTY); p;
       p = icalcomponent_get_next_property(from, ICAL_ANY_PROPERTY)) {
    GROW(properties, property_count, property_room);
    icalproperty_kind kind = icalproperty_isa(p);
    icalvalue *value = icalproperty_get_value(p);
    char *text = icalvalue_isa(value) == ICAL_TEXT_VALUE
      ? copy(icalvalue_get_text(value)) : icalvalue_as_ical_string_r(value);
    properties[property_count++] = (struct property){
      kind, text, icalproperty_get_parameter_as_string_r(p, "TZID"),
      icalproperty_get_parameter_as_string_r(p, "CN")};
    components[index].count++;
  }
  for (icalcomponent *c = icalcomponent_get_first_component(from, ICAL_ANY_COMPONENT); c;
       c = icalcomponent_get_next_component(from, ICAL_ANY_COMPONENT))
    take(c, index);
}

static int visit(const char *path, const struct stat *status, int type, struct FTW *place) {
  (void)status; (void)place;
  size_t length = strlen(path);
  if (type != FTW_F || length < 4 || strcmp(path + length - 4, ".ics")) return 0;
  FILE *file = fopen(path, "rb");
  fseek(file, 0, SEEK_END); long size = ftell(file); rewind(file);
  char *bytes = malloc(size + 1); fread(bytes, 1, size, file); bytes[size] = 0; fclose(file);
  icalcomponent *calendar = icalparser_parse_string(bytes);
  GROW(files, file_count, file_room);
  files[file_count] = (struct file){strdup(path), component_count, 0};
  take(calendar, -1);
  files[file_count].count = component_count - files[file_count].first;
  file_count++;
  icalcomponent_free(calendar); free(bytes);
  return 0;
}

static icalproperty *made(struct property *p) {
  icalproperty *property;
  switch (p->kind) {
  case ICAL_UID_PROPERTY: property = icalproperty_new_uid(p->value); break;
  case ICAL_SUMMARY_PROPERTY: property = icalproperty_new_summary(p->value); break;
  case ICAL_DESCRIPTION_PROPERTY: property = icalproperty_new_description(p->value); break;
  case ICAL_LOCATION_PROPERTY: property = icalproperty_new_location(p->value); break;
  case ICAL_CATEGORIES_PROPERTY: property = icalproperty_new_categories(p->value); break;
  case ICAL_DTSTART_PROPERTY: property = icalproperty_new_dtstart(icaltime_from_string(p->value)); break;
  case ICAL_DTEND_PROPERTY: property = icalproperty_new_dtend(icaltime_from_string(p->value)); break;
  case ICAL_DTSTAMP_PROPERTY: property = icalproperty_new_dtstamp(icaltime_from_string(p->value)); break;
  case ICAL_CREATED_PROPERTY: property = icalproperty_new_created(icaltime_from_string(p->value)); break;
  case ICAL_LASTMODIFIED_PROPERTY:
    property = icalproperty_new_lastmodified(icaltime_from_string(p->value)); break;
  case ICAL_SEQUENCE_PROPERTY: property = icalproperty_new_sequence(atoi(p->value)); break;
  case ICAL_ORGANIZER_PROPERTY: property = icalproperty_new_organizer(p->value); break;
  case ICAL_RELATEDTO_PROPERTY: property = icalproperty_new_relatedto(p->value); break;
  default:
    property = icalproperty_new(p->kind);
    icalproperty_set_value_from_string(property, p->value, "NO");
  }
  if (p->tzid) icalproperty_add_parameter(property, icalparameter_new_tzid(p->tzid));
  if (p->cn) icalproperty_add_parameter(property, icalparameter_new_cn(p->cn));
  return property;
}

int main(int count, char **arguments) {
  if (count != 3) return 64;
  nftw(arguments[1], visit, 16, FTW_PHYS);
  struct timespec begin, end;
  icalcomponent **built = malloc(component_count * sizeof *built);
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &begin);
  long bytes = 0, events = 0;
  for (int f = 0; f < file_count; f++) {
    for (int c = files[f].first; c < files[f].first + files[f].count; c++) {
      built[c] = icalcomponent_new(components[c].kind);
      events += components[c].kind == ICAL_VEVENT_COMPONENT;
      for (int p = components[c].first; p < components[c].first + components[c].count; p++)
        icalcomponent_add_property(built[c], made(&properties[p]));
      if (components[c].parent >= 0)
        icalcomponent_add_component(built[components[c].parent], built[c]);
    }
    char *text = icalcomponent_as_ical_string_r(built[files[f].first]);
    char path[64];
    snprintf(path, sizeof path, "%s/%d.ics", arguments[2], f);
    FILE *file = fopen(path, "wb");
    size_t length = strlen(text);
    fwrite(text, 1, length, file); fclose(file);
    bytes += length;
    icalmemory_free_buffer(text);
    icalcomponent_free(built[files[f].first]);
  }
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &end);
  printf("libical: files\t%d\nlibical: events\t%ld\nlibical: bytes\t%ld\nlibical: write feeds\t%f\n",
    file_count, events, bytes, end.tv_sec - begin.tv_sec + (end.tv_nsec - begin.tv_nsec) * 1e-9);
  return 0;
}
