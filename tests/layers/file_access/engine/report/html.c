void f(void) {
    fopen("a", "w");
}
