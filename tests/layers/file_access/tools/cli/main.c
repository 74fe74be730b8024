int main(void) {
    setlocale(0, "");
}
