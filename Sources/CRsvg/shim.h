// What is called of librsvg, cairo and GObject, declared here: their own headers lie in seven folders, and
// pkg-config names those beside a flag of which the package manager warns at every build.
#include <stddef.h>

typedef struct _RsvgHandle RsvgHandle;
typedef struct _cairo cairo_t;
typedef struct _cairo_surface cairo_surface_t;
typedef struct { double x, y, width, height; } RsvgRectangle;
// CAIRO_FORMAT_RGB24; CAIRO_STATUS_SUCCESS, CAIRO_STATUS_WRITE_ERROR.
enum { muster_cairo_rgb24 = 1, muster_cairo_success = 0, muster_cairo_write_error = 11 };
typedef int (*cairo_write_func_t)(void *closure, const unsigned char *data, unsigned int length);

RsvgHandle *rsvg_handle_new_from_data(const unsigned char *data, size_t length, void *error);
int rsvg_handle_render_document(
    RsvgHandle *handle, cairo_t *cairo, const RsvgRectangle *viewport, void *error);
void g_object_unref(void *object);
cairo_surface_t *cairo_image_surface_create(int format, int width, int height);
int cairo_surface_status(cairo_surface_t *surface);
void cairo_surface_destroy(cairo_surface_t *surface);
cairo_t *cairo_create(cairo_surface_t *surface);
void cairo_destroy(cairo_t *cairo);
void cairo_set_source_rgb(cairo_t *cairo, double red, double green, double blue);
void cairo_paint(cairo_t *cairo);
int cairo_surface_write_to_png_stream(
    cairo_surface_t *surface, cairo_write_func_t write, void *closure);
