void f(void) {
    fopen("a", "w");
    getenv("A");
}
