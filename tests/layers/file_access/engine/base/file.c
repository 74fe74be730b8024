void f(void) {
    rename("a", "b");
}
