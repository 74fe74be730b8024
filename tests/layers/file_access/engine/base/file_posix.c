void f(void) {
    fopen("a", "w");
    rename("a", "b");
}
