// The cost of a program of SDL2 and SDL2_ttf that does nothing else: Palabre's window is compared with it.
//
//     bare_window FONT TEXT                        shows one page of the text, once, and waits until it is closed
//     bare_window FONT TEXT --frames N WIDTHxHEIGHT    paints N pages of 800 cached glyphs in memory; prints ms a page
#include <SDL.h>
#include <SDL_ttf.h>

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { WINDOW_WIDTH = 1280, WINDOW_HEIGHT = 720, SIZE = 20, MARGIN = 40, GLYPHS = 800, FIRST = 33, LAST = 126 };

static const SDL_Color INK = {29, 43, 47, 255};
static const SDL_Color PAPER = {250, 246, 240, 255};

static int fail(const char *what) {
    fprintf(stderr, "bare_window: %s: %s\n", what, SDL_GetError());
    return EXIT_FAILURE;
}

static void draw_page(SDL_Surface *surface, TTF_Font *font, char *text) {
    SDL_FillRect(surface, NULL, SDL_MapRGB(surface->format, PAPER.r, PAPER.g, PAPER.b));
    SDL_Rect at = {MARGIN, MARGIN, 0, 0};
    for (char *line = SDL_strtokr(text, "\n", &text); line && at.y < surface->h;
         line = SDL_strtokr(NULL, "\n", &text)) {
        SDL_Surface *picture = TTF_RenderUTF8_Blended_Wrapped(font, line, INK, (Uint32)(surface->w - 2 * MARGIN));
        if (picture) {
            SDL_BlitSurface(picture, NULL, surface, &at);
            at.x = MARGIN;
            at.y += picture->h;
            SDL_FreeSurface(picture);
        }
    }
}

static int show_page(TTF_Font *font, char *text) {
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    if (SDL_Init(SDL_INIT_VIDEO) != 0) {
        return fail("no display");
    }
    SDL_Window *window = SDL_CreateWindow("bare", SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, WINDOW_WIDTH,
                                          WINDOW_HEIGHT, SDL_WINDOW_RESIZABLE);
    SDL_Surface *surface = window ? SDL_GetWindowSurface(window) : NULL;
    if (!surface) {
        return fail("no window");
    }
    draw_page(surface, font, text);
    SDL_UpdateWindowSurface(window);
    SDL_Event event;
    while (SDL_WaitEvent(&event) && event.type != SDL_QUIT) {
        if (event.type == SDL_WINDOWEVENT && event.window.event == SDL_WINDOWEVENT_EXPOSED) {
            SDL_UpdateWindowSurface(window);
        }
    }
    SDL_DestroyWindow(window);
    return EXIT_SUCCESS;
}

// Glyph by glyph from textures, each of which is modulated with the colour of the text.
static void paint_glyphs(SDL_Renderer *renderer, SDL_Texture *const *glyphs, int width) {
    SDL_SetRenderDrawColor(renderer, PAPER.r, PAPER.g, PAPER.b, PAPER.a);
    SDL_RenderClear(renderer);
    SDL_Rect at = {MARGIN, MARGIN, 0, 0};
    for (int i = 0; i < GLYPHS; i++) {
        SDL_Texture *glyph = glyphs[i % (LAST - FIRST + 1)];
        SDL_QueryTexture(glyph, NULL, NULL, &at.w, &at.h);
        SDL_SetTextureColorMod(glyph, INK.r, INK.g, INK.b);
        SDL_RenderCopy(renderer, glyph, NULL, &at);
        at.x += at.w;
        if (at.x > width - MARGIN) {
            at.x = MARGIN;
            at.y += at.h;
        }
    }
    SDL_RenderPresent(renderer);
}

static double now_ms(void) {
    return (double)clock() * 1e3 / CLOCKS_PER_SEC;
}

static int time_frames(TTF_Font *font, int frames, int width, int height) {
    SDL_Surface *surface = SDL_CreateRGBSurfaceWithFormat(0, width, height, 32, SDL_PIXELFORMAT_RGB888);
    SDL_Renderer *renderer = surface ? SDL_CreateSoftwareRenderer(surface) : NULL;
    if (!renderer) {
        return fail("no renderer");
    }
    SDL_Texture *glyphs[LAST - FIRST + 1];
    for (int i = FIRST; i <= LAST; i++) {
        SDL_Surface *picture = TTF_RenderGlyph32_Blended(font, (Uint32)i, (SDL_Color){255, 255, 255, 255});
        glyphs[i - FIRST] = SDL_CreateTextureFromSurface(renderer, picture);
        SDL_FreeSurface(picture);
    }
    paint_glyphs(renderer, glyphs, width);
    double from = now_ms();
    for (int i = 0; i < frames; i++) {
        paint_glyphs(renderer, glyphs, width);
    }
    printf("%.3f\n", (now_ms() - from) / frames);
    SDL_DestroyRenderer(renderer);
    SDL_FreeSurface(surface);
    return EXIT_SUCCESS;
}

static char *load(const char *path) {
    size_t len = 0;
    return SDL_LoadFile(path, &len); // zero-terminated
}

// "1920x1080".
static bool read_size(const char *text, int *width, int *height) {
    char *end;
    *width = (int)strtol(text, &end, 10);
    *height = *end == 'x' ? (int)strtol(end + 1, &end, 10) : 0;
    return *end == '\0' && *width > 0 && *height > 0;
}

int main(int argc, char **argv) {
    int width = 0, height = 0;
    bool times = argc == 6 && strcmp(argv[3], "--frames") == 0 && read_size(argv[5], &width, &height);
    if (argc != 3 && !times) {
        fputs("usage: bare_window FONT TEXT [--frames N WIDTHxHEIGHT]\n", stderr);
        return 2;
    }
    char *text = load(argv[2]);
    // The same share of the height at every size, as a program that scales would have it.
    TTF_Font *font = TTF_Init() == 0 ? TTF_OpenFont(argv[1], times ? SIZE * height / WINDOW_HEIGHT : SIZE) : NULL;
    if (!text || !font) {
        return fail(!text ? argv[2] : argv[1]);
    }
    int status = times ? time_frames(font, (int)strtol(argv[4], NULL, 10), width, height) : show_page(font, text);
    SDL_free(text);
    TTF_CloseFont(font);
    TTF_Quit();
    SDL_Quit();
    return status;
}
