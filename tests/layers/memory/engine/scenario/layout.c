void f(void) {
    char *text = "[";
    void *p = malloc(3); // a bracket in a text, "[", hides nothing
    free(p);
}
